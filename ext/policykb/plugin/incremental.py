"""After an edit, exactly the pages that look different are written again.

What a page shows of the base depends on other pages: titles, links back, quotations of a source.
For every page a checksum of what the base contributes to it is kept beside the doctrees; a page
whose checksum changed is written again. It is kept only once a build is finished, so an interrupted
build is made good by the next.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from policykb.pages import article
from policykb.plugin import domain, state

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def checksums(app: Sphinx, env: BuildEnvironment) -> dict[str, str]:
    """By docname, the checksum of what the base contributes to the page."""
    known, site = state.of(app), state.site_of(app)
    base = state.base_of(app)
    parts: dict[str, list[str]] = {}
    for page in base.pages:
        docname = known.docname(page.path)
        ids = [option.value.strip() for one in page.records if (option := one.options.get("id"))]
        shown = parts.setdefault(docname, [])
        for entry in (base.by_id[ident] for ident in ids if ident in base.by_id):
            if entry.page is page:
                shown += [article.before(entry, site), article.after(entry, site)]
    for docname, targets in domain.of(env).references.items():
        for target in targets:
            found = base.by_id.get(target)
            words = f"{found.title}\0{known.docname(found.page.path)}" if found else ""
            parts.setdefault(docname, []).append(f"{target}\0{words}")
    return {docname: digest("\1".join(shown)) for docname, shown in parts.items()}


def digest(text: str) -> str:
    """A short checksum."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


class Memory:
    """The checksums of one builder's last finished build."""

    def __init__(self, app: Sphinx) -> None:
        name = f"policykb-{app.builder.name}-{digest(str(app.outdir))}.json"
        self.path = Path(app.doctreedir, name)
        self.now: dict[str, str] = {}
        try:
            self.last: dict[str, str] = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            self.last = {}

    def changed(self, name: str, checksum: str) -> bool:
        """Note a checksum; True where it is not that of the last build."""
        self.now[name] = checksum
        return self.last.get(name) != checksum

    def keep(self) -> None:
        """Write down what was noted."""
        self.path.write_text(json.dumps(self.now, sort_keys=True), "utf-8")


def memory(app: Sphinx) -> Memory:
    """The memory of an application's build."""
    known = state.of(app)
    if known.memory is None:
        known.memory = Memory(app)
    return known.memory


def outdated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again beside those that were read again."""
    if app.builder.format != "html":
        return []
    kept = memory(app)
    return [
        name
        for name, checksum in checksums(app, env).items()
        if kept.changed(f"page:{name}", checksum) and name in env.found_docs
    ]


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Keep the checksums of a build that came to its end."""
    if exception is None and app.builder.format == "html":
        memory(app).keep()


def setup(app: Sphinx) -> None:
    """After the checker's report."""
    app.connect("env-updated", outdated, priority=950)
    app.connect("build-finished", finish, priority=900)
