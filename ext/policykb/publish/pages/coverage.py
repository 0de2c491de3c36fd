"""How much of each source is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts import sources
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Each source with its quotations, and how many records they support."""
    limit = round(100 * site.base.settings.quoted_share)
    for part in paging.split(site, PAGE.docname, site.by_type["source"], lambda one: one.title):
        rows = []
        for entry in part.rows:
            quotes = site.quoted_from.get(entry.id, [])
            records = {quote.entry.id for quote in quotes}
            rows.append((entry, sources.passages(entry, site), len(quotes), len(records)))
        html = render(
            "coverage.html", site=site, here=part.docname, part=part, rows=rows, limit=limit
        )
        yield GeneratedPage(part.docname, part.titled(PAGE.title), str(html))


PAGE = SitePage(
    "coverage",
    "Coverage by source",
    pages,
    order=150,
    name="Coverage",
    footer=True,
    browse="how much of each source is quoted",
    description="How much of each source is quoted.",
)
