"""Every fact with its record, for the pages on what the base does not know or is not sure of."""

from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site


@dataclass(frozen=True, slots=True)
class Line:
    """A fact of a record."""

    entry: Entry
    fact: Fact


def lines(site: Site) -> list[Line]:
    """Every fact of every record but sources, in the order of titles."""
    return site.remember("lines", lambda: _lines(site))


def _lines(site: Site) -> list[Line]:
    return [
        Line(entry, fact)
        for entry in site.entries
        if not entry.is_source
        for fact in site.facts(entry)
    ]
