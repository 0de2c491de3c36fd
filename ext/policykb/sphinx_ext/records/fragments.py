"""HTML made once in a build for both its uses: to tell whether a page changed, and to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policykb.publish import article as pages_article
from policykb.publish.layout import page_context
from policykb.sphinx_ext.shared import state

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from policykb.base.entry import Entry


def article(app: Sphinx, entry: Entry) -> tuple[str, str]:
    """What stands before and after a record's prose."""
    known = state.of(app).articles
    if entry.id not in known:
        site = state.site_of(app)
        known[entry.id] = (pages_article.before(entry, site), pages_article.after(entry, site))
    return known[entry.id]


def context(app: Sphinx, docname: str) -> dict[str, Any]:
    """What the layout is told of a page."""
    known = state.of(app).contexts
    if docname not in known:
        known[docname] = page_context(state.site_of(app), state.of(app).inner(docname))
    return known[docname]


def forget_context(app: Sphinx, docname: str) -> None:
    """Drop what the layout of a page was told."""
    state.of(app).contexts.pop(docname, None)


def forget(app: Sphinx, docname: str) -> None:
    """Drop the articles of a page that now stand in its doctree."""
    known = state.of(app)
    for entry in known.records_of(docname):
        known.articles.pop(entry.id, None)
