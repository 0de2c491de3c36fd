"""The page for addresses that lead nowhere."""

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render


def pages(site: Site) -> Iterator[GeneratedPage]:
    """One page, served for any address: its links are based on the site's top."""
    html = render("404.html", site=site, here=PAGE.docname)
    yield GeneratedPage(PAGE.docname, PAGE.title, str(html))


PAGE = SitePage(
    "404",
    "There is no such page",
    pages,
    description="This address leads to no page of the site.",
    listed=False,
)
