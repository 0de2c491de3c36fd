"""The live part of the page about the site: its marks, as they look."""

from policykb.publish.facts import standing
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import SitePage
from policykb.publish.frame.fragments import filled
from policykb.publish.frame.imprint import imprint


def after(site: Site, docname: str) -> str:
    """The marks and what they mean, then the types of records with their number."""
    return filled(
        "about.html",
        site=site,
        here=docname,
        reviewed=standing.reviewed_today(site),
        total=sum(not one.is_source for one in site.entries),
        **imprint(site.base.settings),
    )


PAGE = SitePage(
    "about",
    "About",
    after=after,
    ids=("marks", "found", "reviewed", "kinds-of-records", "imprint"),
    order=10,
    footer=True,
    contents=True,
)
