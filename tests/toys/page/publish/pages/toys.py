"""A page of its own: the records whose title is short."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one page."""
    html = render("toys.html", site=site, here=PAGE.docname)
    yield GeneratedPage(PAGE.docname, PAGE.title, str(html))


PAGE = SitePage(
    "toys",
    "Toys",
    pages,
    footer=True,
    browse="records with a short title",
    description="Records that are toys.",
)
