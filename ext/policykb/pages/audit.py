"""What the base does not know, concludes, has from one source, or has two answers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policykb.kb import Entry
from policykb.pages import sources
from policykb.pages.fragments import render
from policykb.pages.page import GeneratedPage
from policykb.pages.site import Fact, Site


@dataclass(frozen=True, slots=True)
class Line:
    """A fact of a record."""

    entry: Entry
    fact: Fact


def lines(site: Site) -> list[Line]:
    """Every fact of every record but sources, in the order of titles."""
    return [
        Line(entry, fact)
        for entry in site.entries
        if entry.type != "source"
        for fact in site.facts(entry)
    ]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Known gaps, inferred values, single-source facts, disputes, coverage by source."""
    found = lines(site)
    yield _page(site, "gaps", "Known gaps", [one for one in found if one.fact.state == "gap"])
    inferred = [one for one in found if one.fact.state == "inferred"]
    yield _page(site, "inferred", "Inferred values", inferred)
    yield _page(site, "disputes", "Disputes", [one for one in found if one.fact.disputes])
    yield _single(site, found)
    yield _coverage(site)


def _page(site: Site, name: str, title: str, found: list[Line]) -> GeneratedPage:
    return GeneratedPage(
        name, title, str(render(f"{name}.html", site=site, here=name, lines=found))
    )


def _single(site: Site, found: list[Line]) -> GeneratedPage:
    """Facts all of whose quotations come from one source, by source and record."""
    supported = [one for one in found if one.fact.support]
    groups: dict[str, dict[str, list[Line]]] = {}
    number = 0
    for one in supported:
        origins = {quote.source for quote in one.fact.support}
        if len(origins) == 1:
            number += 1
            groups.setdefault(origins.pop(), {}).setdefault(one.entry.id, []).append(one)
    html = render(
        "single-source.html",
        site=site,
        here="single-source",
        groups=[
            (site.entry(ident), list(records.values())) for ident, records in sorted(groups.items())
        ],
        number=number,
        total=len(supported),
    )
    return GeneratedPage("single-source", "Single-source facts", str(html))


def _coverage(site: Site) -> GeneratedPage:
    rows = []
    for entry in site.by_type["source"]:
        quotes = site.quoted_from.get(entry.id, [])
        records = {quote.entry.id for quote in quotes}
        rows.append((entry, sources.passages(entry, site), len(quotes), len(records)))
    limit = round(100 * site.base.settings.quoted_share)
    html = render("coverage.html", site=site, here="coverage", rows=rows, limit=limit)
    return GeneratedPage("coverage", "Coverage by source", str(html))
