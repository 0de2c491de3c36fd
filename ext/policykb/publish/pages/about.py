"""The live part of the page about the site: its marks, as they look."""

from __future__ import annotations

from policykb.model import TYPES
from policykb.publish.facts import status
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import SitePage
from policykb.publish.frame.fragments import render
from policykb.publish.frame.imprint import imprint


def after(site: Site, docname: str) -> str:
    """The marks and what they mean, then the types of records with their number."""
    records = [one for one in site.entries if not one.is_source]
    return str(
        render(
            "about.html",
            site=site,
            here=docname,
            models=list(TYPES.values()),
            undated=status.UNDATED,
            reviewed=sum(1 for one in records if one.value("reviewed")),
            total=len(records),
            **imprint(site.base.settings),
        )
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
