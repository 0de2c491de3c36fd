"""What the base does not know, concludes, has from one source, or has two answers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from policykb.base.entry import Entry
from policykb.publish.facts import sources
from policykb.publish.facts.site import Fact, Site
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render
from policykb.publish.pages.page import GeneratedPage


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
    yield from _pages(site, "gaps", "Known gaps", [one for one in found if one.fact.state == "gap"])
    inferred = [one for one in found if one.fact.state == "inferred"]
    yield from _pages(site, "inferred", "Inferred values", inferred)
    yield from _pages(site, "disputes", "Disputes", [one for one in found if one.fact.disputes])
    yield from _single(site, found)
    yield from _coverage(site)


def _pages(site: Site, name: str, title: str, found: list[Line]) -> Iterator[GeneratedPage]:
    for part in paging.split(site, name, found, lambda one: one.entry.title):
        html = render(f"{name}.html", site=site, here=part.docname, part=part, lines=part.rows)
        yield GeneratedPage(part.docname, part.titled(title), str(html))


def _single(site: Site, found: list[Line]) -> Iterator[GeneratedPage]:
    """Facts all of whose quotations come from one source, by source and record."""
    supported = [one for one in found if one.fact.support]
    groups: dict[str, dict[str, list[Line]]] = {}
    number = 0
    for one in supported:
        origins = {quote.source for quote in one.fact.support}
        if len(origins) == 1:
            number += 1
            groups.setdefault(origins.pop(), {}).setdefault(one.entry.id, []).append(one)
    rows = [
        (ident, record) for ident, records in sorted(groups.items()) for record in records.values()
    ]
    for part in paging.split(site, "single-source", rows, lambda row: row[1][0].entry.title):
        html = render(
            "single-source.html",
            site=site,
            here=part.docname,
            part=part,
            groups=[
                (site.entry(ident), [record for _, record in group], len(groups[ident]))
                for ident, group in groupby(part.rows, key=lambda row: row[0])
            ],
            number=number,
            total=len(supported),
        )
        yield GeneratedPage(part.docname, part.titled("Single-source facts"), str(html))


def _coverage(site: Site) -> Iterator[GeneratedPage]:
    limit = round(100 * site.base.settings.quoted_share)
    for part in paging.split(site, "coverage", site.by_type["source"], lambda entry: entry.title):
        rows = []
        for entry in part.rows:
            quotes = site.quoted_from.get(entry.id, [])
            records = {quote.entry.id for quote in quotes}
            rows.append((entry, sources.passages(entry, site), len(quotes), len(records)))
        html = render(
            "coverage.html", site=site, here=part.docname, part=part, rows=rows, limit=limit
        )
        yield GeneratedPage(part.docname, part.titled("Coverage by source"), str(html))
