"""What the base has from one source alone, by source and record."""

from collections.abc import Iterator
from itertools import groupby

from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Facts all of whose quotations come from one source."""
    supported = [one for one in made.facts(site) if one.support]
    groups = _grouped(supported)
    rows = [
        (ident, record) for ident, records in sorted(groups.items()) for record in records.values()
    ]
    numbers = {"number": sum(len(record) for _, record in rows), "total": len(supported)}
    for part in paging.split(site, PAGE.docname, rows, lambda row: site.name(row[1][0].entry)):
        found = [
            (site.entry(ident), [record for _, record in group], len(groups[ident]))
            for ident, group in groupby(part.rows, key=lambda row: row[0])
        ]
        ids = [one for source, record in part.rows for one in (source, record[0].entry.id)]
        facts = [[one.name for one in record] for _, record in part.rows]
        shows = ids, (facts, numbers, [number for *_, number in found])
        values = {**numbers, "groups": found}
        yield made.part_page(site, part, PAGE.title, "single-source.html", shows, values)


def _grouped(supported: list[Fact]) -> dict[str, dict[str, list[Fact]]]:
    """The facts that rest on one source, by its id, then by the record's."""
    groups: dict[str, dict[str, list[Fact]]] = {}
    for one in supported:
        origins = {quote.source for quote in one.support}
        if len(origins) == 1:
            groups.setdefault(origins.pop(), {}).setdefault(one.entry.id, []).append(one)
    return groups


PAGE = SitePage(
    "single-source",
    "Single-source facts",
    pages,
    order=130,
    footer=True,
    browse="what rests on one source alone",
    description="Facts that rest on one source alone.",
    contents=True,
)
