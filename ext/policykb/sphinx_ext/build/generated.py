"""Pages and files made of the whole base, the search index, and what every layout is told."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from policykb.publish import catalog, layout
from policykb.publish.facts.site_page import GeneratedPage
from policykb.publish.files import registry as files
from policykb.publish.files import search_index
from policykb.publish.frame import assets, contents, hosting
from policykb.publish.frame.fragments import render
from policykb.publish.pages import downloads
from policykb.sphinx_ext.build import incremental
from policykb.sphinx_ext.shared import state


def leave_books(app: Sphinx) -> None:
    """Leave an electronic book, whose reader shows the menu, to the theme that Sphinx has for
    it."""
    if app.builder.name == "epub":
        for event, one in (("html-collect-pages", collect), ("html-page-context", page_context)):
            for listener in list(app.events.listeners[event]):
                if listener.handler is one:
                    app.disconnect(listener.id)
        own = str(assets.template_dir)
        templates = app.builder.templates
        templates.loaders = [one for one in templates.loaders if own not in one.searchpath]


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The generated pages that are new or look different from the last build's. The downloads are
    written first, since a page tells their checksums."""
    site, later = state.site_of(app), state.of(app).later
    if _has_files(app) and not later:
        _write_all(app, downloads.files(site))
    return _changed(app, catalog.pages(site, downloads.PAGE if later else None))


def _changed(
    app: Sphinx, pages: Iterator[GeneratedPage]
) -> Iterator[tuple[str, dict[str, Any], str]]:
    kept, site = incremental.memory(app), state.site_of(app)
    lean = {"kb": {"language": site.page_language, "page_policy": hosting.PAGE_POLICY}}
    for page in pages:
        if page.docname in app.env.found_docs:
            continue  # a host's own page
        if _is_as_before(app, page):
            continue
        alone = page.template == "redirect.html"
        around = lean if alone else layout.page_context(site, state.of(app).inner(page.docname))
        text = "\0".join((page.template, repr(page.context), repr(around)))
        file = incremental.output(app, page.docname)
        changed = kept.changed(f"generated:{page.docname}", incremental.digest(text))
        if not changed and file is not None and file.is_file():
            continue
        if alone and file is not None:
            html = render("layout/redirect.html", t=site.t, **page.context, **around)
            write(file, html.encode("utf-8", "replace"))
        else:
            yield page.docname, page.context, page.template


def _is_as_before(app: Sphinx, page: GeneratedPage) -> bool:
    """Whether nothing that a page shows has changed since the last build, as far as is known
    without making it."""
    if page.shows is None:
        return False
    since, kept, name = state.since(app), incremental.memory(app), f"generated:{page.docname}"
    rest = incremental.digest(f"{page.title}\0{page.rest}")
    if kept.changed(f"shows:{page.docname}", rest) or since is None or name not in kept.last:
        return False
    file = incremental.output(app, page.docname)
    if not since.changed.isdisjoint(page.shows) or file is None or not file.is_file():
        return False
    kept.now[name] = kept.last[name]
    return True


def page_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    values: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """What the layout needs to know, and the contents of a long page."""
    site, name = state.site_of(app), state.of(app).inner(pagename)
    values.update(layout.page_context(site, name))
    if "body" in values and layout.has_contents(site, name):
        values["body"] = contents.add(values["body"], site.t, values["kb"]["after"])
    if "body" in values and doctree is not None:
        values["body"] = layout.in_its_language(site, name, values["body"])
        values["title"] = layout.title(site, name, values["title"])


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that are no pages."""
    if exception is None and _has_files(app):
        _write_all(app, files.needed(state.site_of(app)))


def _has_files(app: Sphinx) -> bool:
    return app.builder.name in ("html", "dirhtml")


def begin_index(app: Sphinx, env: BuildEnvironment) -> None:
    """Have the site indexed while pages are written, but not where processes are forked for that:
    there are threads that speak with Pagefind."""
    if app.parallel < 2:
        _begin_index(app)


def _begin_index(app: Sphinx) -> None:
    if not _has_files(app):
        return
    site, kept = state.site_of(app), incremental.memory(app)
    changed = kept.changed("search", incremental.digest(search_index.content(site)))
    if changed or not Path(app.outdir, search_index.FOLDER).is_dir():
        state.of(app).index = search_index.begin(site)


def index(app: Sphinx, exception: Exception | None) -> None:
    """Write the index, where the search shows something else."""
    if exception is None and app.parallel > 1:
        _begin_index(app)
    made, state.of(app).index = state.of(app).index, None
    if made is not None:
        with closing(made):
            if exception is None:
                made.write(Path(app.outdir))


def finish_downloads(app: Sphinx) -> None:
    """Make the downloads and their page, which a build left for later."""
    site, kept = state.site_of(app), incremental.memory(app)
    kept.now = {name: value for name, value in kept.last.items() if not name.startswith("file:")}
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    _write_all(app, files.files(site))
    for page in _changed(app, catalog.made(site, downloads.PAGE)):
        app.builder.handle_page(*page)
    state.of(app).later = False
    incremental.finish(app, None)


def _write_all(app: Sphinx, found: Iterable[tuple[str, bytes]]) -> None:
    kept = incremental.memory(app)
    for name, content in found:
        kept.changed(f"file:{name}", "")
        write(Path(app.outdir, name), content)
        del content  # before the next is made


def write(path: Path, content: bytes) -> None:
    """Write a file where it differs."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
