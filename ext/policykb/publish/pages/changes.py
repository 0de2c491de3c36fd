"""What changed in the records and when, as a page."""

from collections.abc import Iterator

from policykb.publish.facts.changes import days, feed_of
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render

MOST = 40
"""Records of a day that are named as new or removed."""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one page."""
    html = render(
        "changes.html",
        site=site,
        here=PAGE.docname,
        days=days(site),
        most=MOST,
        guide="guide/data",
        of_type=feed_of,
    )
    yield GeneratedPage(PAGE.docname, PAGE.title, str(html))


PAGE = SitePage(
    "changes",
    "Changes",
    pages,
    order=160,
    footer=True,
    browse="what changed in the records",
    description="What changed in the records, newest first.",
)
