"""A page of facts, one a row, in several pages where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policykb.publish.facts.audit import Line
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render


def pages(site: Site, name: str, title: str, found: Sequence[Line]) -> Iterator[GeneratedPage]:
    """The pages of one list; ``name`` is their docname and that of their template."""
    for part in paging.split(site, name, found, lambda one: one.entry.title):
        html = render(f"{name}.html", site=site, here=part.docname, part=part, lines=part.rows)
        yield GeneratedPage(part.docname, part.titled(title), str(html))
