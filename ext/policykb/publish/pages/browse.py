"""Everything by kind, and the pages on the base itself, in one place."""

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one page."""
    views = [page for page in site.pages if page.browse]
    html = render("browse.html", site=site, here=PAGE.docname, views=views)
    yield GeneratedPage(PAGE.docname, PAGE.title, str(html))


PAGE = SitePage(
    "browse",
    "Browse",
    pages,
    order=60,
    menu="Browse",
    description="Everything here, by kind, and what the base says of itself.",
)
