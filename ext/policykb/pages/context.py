"""What the layout needs to know of the page it is laying out."""

from __future__ import annotations

from typing import Any

from policykb.pages import assets
from policykb.pages.site import Site

NAVIGATION = (
    ("Briefs", "briefs/index", ("briefs/",)),
    ("Ventures & alliances", "chain", ("chain", "ventures/", "alliances/")),
    ("Programs", "programs/index", ("programs/", "policies/")),
    ("Organisations", "organisations/index", ("organisations/", "people/", "facilities/")),
    ("Timeline", "timeline", ("timeline", "events/")),
    ("Search", "search", ("search",)),
    ("About", "about", ("about",)),
)
"""Words, page, and the beginnings of docnames that belong under it."""

CONTRIBUTOR = ("guide/", "rules/", "reference/", "api/")
"""Beginnings of docnames that are for contributors, not for readers."""


def page_context(site: Site, docname: str) -> dict[str, Any]:
    """Values for ``html-page-context``, of every page: all under one name, ``kb``."""
    return {
        "kb": {
            "title": site.title,
            "navigation": [
                {
                    "text": text,
                    "href": site.href(target, docname),
                    "current": "page"
                    if docname == target
                    else ("true" if docname.startswith(under) else ""),
                }
                for text, target, under in NAVIGATION
            ],
            "contributor": docname.startswith(CONTRIBUTOR),
            "stamps": {name: assets.stamp(name) for name in (*assets.css_files, *assets.js_files)},
            "css": assets.css_files,
            "js": assets.js_files,
            "root": site.href("index", docname),
            "before": "",
            "after": "",
        }
    }
