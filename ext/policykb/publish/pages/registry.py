"""Every page that is made of the whole base rather than written."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.pages import (
    audit,
    briefs,
    browse,
    chain,
    changes,
    downloads,
    landing,
    lists,
    network,
    permalinks,
    search,
    timeline,
)
from policykb.publish.pages import not_found as notfound
from policykb.publish.pages.page import GeneratedPage

KINDS = (
    landing.pages,
    lists.pages,
    briefs.pages,
    browse.pages,
    chain.pages,
    timeline.pages,
    network.pages,
    audit.pages,
    changes.pages,
    downloads.pages,
    search.pages,
    notfound.pages,
    permalinks.pages,
)
"""What makes pages of one kind each, in order."""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Every generated page, permalinks included; a written page of the same name goes first."""
    for kind in KINDS:
        yield from (page for page in kind(site) if page.docname not in site.written)


__all__ = ["GeneratedPage", "pages"]
