"""The search page; its script does the rest."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.frame.fragments import render
from policykb.publish.pages.page import GeneratedPage


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one search page."""
    html = render("search.html", site=site, here="search")
    yield GeneratedPage("search", "Search", str(html), extra={"scripts": ["search.js"]})
