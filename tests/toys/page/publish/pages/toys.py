"""A page of its own: the records whose title is short."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.frame.fragments import render
from policykb.publish.pages.page import GeneratedPage

VIEW = ("toys", "Toys", "records with a short title")


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one page."""
    yield GeneratedPage("toys", "Toys", str(render("toys.html", site=site, here="toys")))
