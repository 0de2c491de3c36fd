"""Pages and files made of the whole base, the search index, and what every layout is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policykb.fixes.store import replace
from policykb.pages import context, files, generated, search_index
from policykb.plugin import incremental, state

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The generated pages that are new or look different from the last build's."""
    kept = incremental.memory(app)
    for page in generated.pages(state.site_of(app)):
        text = "\0".join((page.title, page.html, page.template, repr(page.context)))
        written = Path(app.outdir, app.builder.get_target_uri(page.docname)).is_file()
        if kept.changed(f"generated:{page.docname}", incremental.digest(text)) or not written:
            yield page.docname, page.context, page.template


def page_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    values: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """What the layout needs to know."""
    values.update(context.page_context(state.site_of(app), pagename))


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that are no pages, then index the site."""
    if exception is not None or app.builder.name not in ("html", "dirhtml"):
        return
    site, outdir = state.site_of(app), Path(app.outdir)
    for name, content in files.files(site):
        write(outdir / name, content)
    search_index.write(site, outdir)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and only where it differs."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, content)


def setup(app: Sphinx) -> None:
    """HTML builders only: other builders emit neither event for pages."""
    app.connect("html-collect-pages", collect)
    app.connect("html-page-context", page_context)
    app.connect("build-finished", finish)
