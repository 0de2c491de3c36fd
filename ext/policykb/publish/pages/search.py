"""The search page; its script does the rest."""

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one search page."""
    html = render("search.html", site=site, here=PAGE.docname)
    yield GeneratedPage(PAGE.docname, PAGE.title, str(html), extra={"scripts": ["search.js"]})


PAGE = SitePage(
    "search",
    "Search",
    pages,
    order=70,
    menu="Search",
    description="Search records, quotations and briefs.",
    listed=False,
)
