"""What the base does not know, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.audit import lines
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import listing


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Every field that is a known gap."""
    found = [one for one in lines(site) if one.fact.state == "gap"]
    yield from listing.pages(site, PAGE.docname, PAGE.title, found)


PAGE = SitePage(
    "gaps",
    "Known gaps",
    pages,
    order=110,
    footer=True,
    browse="what no source says",
    description="What records should say and no source does.",
)
