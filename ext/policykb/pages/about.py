"""The live part of the page about the site: its marks, as they look."""

from __future__ import annotations

from policykb.model import TYPES
from policykb.pages.fragments import render
from policykb.pages.site import Site


def after(site: Site) -> str:
    """The marks and what they mean, then the types of records with their number."""
    return str(render("about.html", site=site, here="about", models=list(TYPES.values())))
