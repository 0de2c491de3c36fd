"""After an edit, exactly the pages that look different are written again.

What a page shows of the base depends on other pages: titles, links back, quotations of a source.
For every page a checksum of what the base contributes to it is kept beside the doctrees; a page
whose checksum changed is written again. It is kept only once a build is finished, so an interrupted
build is made good by the next.
"""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from policykb.base.entry import Entry
from policykb.publish import article as pages_article
from policykb.publish.frame import assets
from policykb.publish.layout import page_context
from policykb.publish.pages import downloads
from policykb.sphinx_ext.build import outdated as outdated_pages
from policykb.sphinx_ext.lockdown import picture
from policykb.sphinx_ext.records import record_list
from policykb.sphinx_ext.shared import notes, state
from policykb.version import __version__


def _articles(app: Sphinx, docname: str) -> str:
    """The checksum of a page's articles: the last build's where they are made of the same."""
    known, kept = state.of(app), memory(app)
    page = known.pages.get(docname)
    if page is None or not page.records:
        return ""
    name = f"articles:{docname}"
    made = state.inputs_of(app).of(page)
    last = kept.last.get(name, "")
    if last.startswith(made):
        kept.now[name] = last
    else:
        html = (part for one in known.records_of(docname) for part in article(app, one))
        kept.now[name] = made + digest("\1".join(html))
    return kept.now[name][len(made) :]


def article(app: Sphinx, entry: Entry) -> tuple[str, str]:
    """What stands before and after a record's prose, made once to tell whether its page changed and
    to write it."""
    known, site = state.of(app).articles, state.site_of(app)
    if entry.id not in known:
        known[entry.id] = pages_article.before(entry, site), pages_article.after(entry, site)
    return known[entry.id]


def forget(app: Sphinx, docname: str) -> None:
    """Drop the articles of a page that now stand in its doctree."""
    known = state.of(app)
    for entry in known.records_of(docname):
        known.articles.pop(entry.id, None)


def _parts(app: Sphinx, docname: str) -> Iterator[str]:
    base, noted = state.base_of(app), notes.of(app.env, docname)
    yield repr(base.settings.publish_originals)
    for target in noted.references:
        found = base.by_id.get(target)
        yield f"{target}\0{found.title}\0{found.page.path}" if found else f"{target}\0"
    for asked in noted.lists:
        yield record_list.summary(state.site_of(app), asked)
    yield from outdated_pages.references_now(app.env, docname)
    if not state.of(app).is_guest:
        yield repr(page_context(state.site_of(app), state.of(app).inner(docname)))


def remembers(app: Sphinx, docname: str) -> bool:
    """Whether the base has a part in how a page of this build looks."""
    known, noted = state.of(app), notes.of(app.env, docname)
    rests = noted.lists or noted.references
    return not known.is_guest or known.is_ours(docname) or bool(rests)


def digest(text: str) -> str:
    """A short checksum."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


class Memory:
    """The checksums of one builder's last finished build; none where the layout is another."""

    def __init__(self, app: Sphinx) -> None:
        name = f"policykb-{app.builder.name}-{digest(str(app.outdir))}.json"
        self.path = Path(app.doctreedir, name)
        self.layout = digest(f"{__version__}\0{layout()}\0{app.config.html_title}")
        self.now: dict[str, str] = {"layout": self.layout}
        try:
            self.last: dict[str, str] = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            self.last = {}
        self.names = frozenset(self.last)
        """What the last build noted, whatever its layout."""
        if self.last.get("layout") != self.layout:
            self.last = {}

    def changed(self, name: str, checksum: str) -> bool:
        """Note a checksum; True where it is not that of the last build."""
        self.now[name] = checksum
        return self.last.get(name) != checksum

    def keep(self) -> None:
        """Write down what was noted."""
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(self.now, sort_keys=True), "utf-8")
        part.replace(self.path)


@cache
def layout() -> str:
    """The checksum of all templates and of the code that fills them."""
    files = sorted(
        path for path in assets.HERE.rglob("*") if path.suffix in (".html", ".py", ".toml")
    )
    return digest("\0".join(f"{path.name}\0{path.read_text('utf-8')}" for path in files))


_MEMORIES: WeakKeyDictionary[Sphinx, Memory] = WeakKeyDictionary()


def memory(app: Sphinx) -> Memory:
    """The memory of an application's build."""
    found = _MEMORIES.get(app)
    if found is None:
        found = _MEMORIES[app] = Memory(app)
    return found


def outdated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again beside those that were read again. With nothing to compare with, all
    of them; their checksums are then noted as they are written. For plain text no checksums are
    kept."""
    if app.builder.format not in ("html", "text"):
        return []
    docnames = [name for name in sorted(env.found_docs) if remembers(app, name)]
    if app.builder.format == "text" or not memory(app).last:
        return docnames
    return [name for name in docnames if not _is_as_before(app, name) and note(app, name)]


def note(app: Sphinx, docname: str) -> bool:
    """Note what the base and the layout contribute to a page; True where it is another than in the
    last build."""
    made = digest("\1".join((_articles(app, docname), *_parts(app, docname))))
    return memory(app).changed(f"page:{docname}", made)


def _is_as_before(app: Sphinx, docname: str) -> bool:
    """Whether a page rests on nothing that has changed since the last build, as is known without
    looking at it; its checksums are then those of that build."""
    since, kept, known = state.since(app), memory(app), state.of(app)
    page = known.pages.get(docname)
    if since is None or page is None or page.path in since.pages:
        return False
    noted, rests_on = notes.of(app.env, docname), {one.id for one in known.records_of(docname)}
    if (
        f"page:{docname}" not in kept.last
        or noted.lists
        or noted.shows
        or not since.stale.isdisjoint(rests_on)
        or not since.touched.isdisjoint(noted.references)
        or any(one.after and one.has(known.inner(docname)) for one in state.site_of(app).pages)
    ):
        return False
    for name in (f"page:{docname}", f"articles:{docname}"):
        if name in kept.last:
            kept.now[name] = kept.last[name]
    return True


def finish(app: Sphinx, exception: Exception | None) -> None:
    """After a build that came to its end, remove what is no longer part of the site and keep the
    checksums."""
    if exception is None and app.builder.format == "html":
        kept = memory(app)
        _note_pictures(app, kept)
        if state.of(app).later:
            _retain(kept)
        if lost := kept.names - kept.now.keys():
            here = {_output(app, name) for name in kept.now}
            here |= {output(app, name) for name in app.env.found_docs}
            for gone in {_output(app, name) for name in lost} - here:
                if gone is not None:
                    gone.unlink(missing_ok=True)
        kept.keep()
    _MEMORIES.pop(app, None)


def _retain(kept: Memory) -> None:
    """Keep what is known of files and of the page of downloads where they were left for later."""
    for name in kept.names:
        if name.startswith("file:") or name == f"generated:{downloads.PAGE.docname}":
            kept.now.setdefault(name, kept.last.get(name, ""))


def _note_pictures(app: Sphinx, kept: Memory) -> None:
    """Note the pictures that pages show now; one that none shows any more is removed."""
    for address, (_, name) in app.env.images.items():
        if picture.FOLDER in Path(address).parts:
            kept.changed(f"file:{app.builder.imagedir}/{name}", "")


def output(app: Sphinx, docname: str) -> Path | None:
    """The file of a page, where the builder makes one for each."""
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder) and builder.name in ("html", "dirhtml"):
        return builder.get_output_path(docname)
    return None


def _output(app: Sphinx, name: str) -> Path | None:
    """The file that a name of the memory stands for."""
    kind, colon, rest = name.partition(":")
    if kind == "file":
        return Path(app.outdir, rest)
    return output(app, rest) if colon else None
