"""What editors concluded rather than read."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.audit import lines
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import listing


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Every field whose value is inferred."""
    found = [one for one in lines(site) if one.fact.state == "inferred"]
    yield from listing.pages(site, PAGE.docname, PAGE.title, found)


PAGE = SitePage(
    "inferred",
    "Inferred values",
    pages,
    order=120,
    footer=True,
    browse="what the editors concluded",
    description="Values concluded from a quotation rather than stated in it.",
)
