"""HTML made once in a build for both its uses: to tell whether a page changed, and to write it."""

from functools import partial
from typing import Any

from sphinx.application import Sphinx

from policykb.base.entry import Entry
from policykb.publish import article as pages_article
from policykb.publish.facts.site import Site
from policykb.publish.layout import page_context
from policykb.sphinx_ext.shared import state


def article(app: Sphinx, entry: Entry) -> tuple[str, str]:
    """What stands before and after a record's prose; of one that shares its page that is kept,
    since all of a page are asked for when one of them changes."""
    known, site = state.of(app).articles, state.site_of(app)
    if entry.id not in known:
        made = partial(_article, entry, site)
        shared = site.shares_page(entry)
        known[entry.id] = site.keep(entry, (article,), made) if shared else made()
    return known[entry.id]


def _article(entry: Entry, site: Site) -> tuple[str, str]:
    return pages_article.before(entry, site), pages_article.after(entry, site)


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
