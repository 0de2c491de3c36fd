"""A site of records alone needs none of sphinx-needs' layout: no cards, styles, scripts, schemas.

Reading goes through sphinx-needs all the same, so that its other builders have every need. Nor is
there a use for scripts, styles and fonts of the theme and of extensions, nor for what the theme
fills its own templates in with: the layout loads none.
"""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx_needs.config import NeedsSphinxConfig

from policykb.model import TYPES
from policykb.publish import layout
from policykb.publish.frame import assets
from policykb.sphinx_ext.shared import state

_EVENTS = ("env-updated", "write-started", "doctree-resolved", "html-page-context")
_LEFT_OUT: dict[str, Any] = {
    "parents": [],
    "prev": None,
    "next": None,
    "rellinks": [],
    "sourcename": "",
    "toc": "",
    "display_toc": False,
    "page_source_suffix": ".md",
}
_PACKAGES = ("sphinx_needs.", "sphinx_data_viewer.")
_THEME = ("pydata_sphinx_theme.",)


def drop(app: Sphinx) -> None:
    """Take away what lays out cards and tables, and all that is computed for them, where records
    are the only needs and pages may use no directive of sphinx-needs; and what fills in the theme's
    templates, where no template of the project can be made of them."""
    names = {one["directive"] for one in NeedsSphinxConfig(app.config).types}
    more = app.config.policykb_allow_directives or app.config.policykb_allow_roles
    if app.builder.format == "html" and not more and names <= set(TYPES):
        for event in _EVENTS:
            _disconnect(app, event, _PACKAGES)
    if app.builder.name in ("html", "dirhtml") and not state.is_set(app.config, "templates_path"):
        _disconnect(app, "html-page-context", _THEME)
        if not app.config.html_copy_source:
            app.builder.get_doc_context = partial(_context, app)  # type: ignore[attr-defined]


class _Body(str):
    """The HTML of a page. Sphinx has all that its events are given put in words for its log."""

    __slots__ = ()
    __repr__ = object.__repr__


def _context(app: Sphinx, docname: str, body: str, metatags: str) -> dict[str, Any]:
    """What the layout shows of a page: neither its headings once more nor the way to it and on from
    it; of a record it has the name itself."""
    node, known = app.env.longtitles.get(docname), state.of(app)
    builder: Any = app.builder
    site, name = state.site_of(app), known.inner(docname)
    written = node is not None and site.sole_record(name) is None
    title = layout.title(site, name, builder.render_partial(node)["title"] if written else "")
    told = {"title": title, "body": _Body(body), "meta": app.env.metadata.get(docname)}
    return {**_LEFT_OUT, **told, "metatags": metatags}


def _disconnect(app: Sphinx, event: str, packages: tuple[str, ...]) -> None:
    for listener in list(app.events.listeners[event]):
        if f"{listener.handler.__module__}.".startswith(packages):
            app.disconnect(listener.id)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Remove the folder for copied sources, which nothing is copied to, and what no page loads."""
    with suppress(OSError):
        Path(app.outdir, "_sources").rmdir()
    if exception is None and app.builder.name in ("html", "dirhtml"):
        for path in _unused(app):
            path.unlink()
            for folder in path.relative_to(app.outdir).parents[:-2]:
                with suppress(OSError):
                    Path(app.outdir, folder).rmdir()


def _unused(app: Sphinx) -> list[Path]:
    """The static files that are neither policykb's nor the project's own."""
    known = state.of(app)
    kept = {
        Path(name) for name in assets.made_files(known.root, known.settings, state.site_of(app).t)
    }
    for given in app.config.html_static_path:
        own = Path(app.confdir, given)
        if own.is_dir():
            kept |= {path.relative_to(own) for path in own.rglob("*")}
        else:
            kept.add(Path(own.name))
    top = Path(app.outdir, "_static")
    files = (path for path in top.rglob("*") if path.is_file())
    return [path for path in files if path.relative_to(top) not in kept]
