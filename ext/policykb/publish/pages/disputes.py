"""What sources give different answers to."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.audit import lines
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import listing


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Every fact that a quotation disputes."""
    found = [one for one in lines(site) if one.fact.disputes]
    yield from listing.pages(site, PAGE.docname, PAGE.title, found)


PAGE = SitePage(
    "disputes",
    "Disputes",
    pages,
    order=140,
    footer=True,
    browse="where quotations differ",
    description="Where quotations give different values.",
)
