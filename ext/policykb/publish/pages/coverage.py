"""How much of each source is quoted."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from policykb.base.entry import Entry
from policykb.publish.facts import sources
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Each source with its quotations, and how many records they support."""
    limit = round(100 * site.base.settings.quoted_share)
    for part in paging.split(site, PAGE.docname, site.by_type["source"], lambda one: one.title):
        shows = [entry.id for entry in part.rows], limit
        values = partial(_values, site, part.rows, limit)
        yield made.part_page(site, part, PAGE.title, "coverage.html", shows, values)


def _values(site: Site, entries: Sequence[Entry], limit: int) -> dict[str, Any]:
    rows = []
    for entry in entries:
        quotes = site.quoted_from.get(entry.id, [])
        records = {quote.entry.id for quote in quotes}
        rows.append((entry, sources.passages(entry, site), len(quotes), len(records)))
    return {"rows": rows, "limit": limit}


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
