"""Dates of records: of the whole base, and of what stands around one record."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish.facts import around
from policykb.publish.facts.items import Item
from policykb.publish.facts.site import Site
from policykb.values.edtf import Edtf


class Moment(NamedTuple):
    """A dated field of a record: the date as a value, and as an item with its grade."""

    entry: Entry
    what: str
    value: Edtf
    item: Item

    @property
    def datetime(self) -> str:
        """The beginning as HTML's ``datetime`` takes it."""
        return self.value.start.plain.removeprefix("XXXX-")


def lanes() -> list[str]:
    """The types whose dates are shown, in the order of the lanes."""
    return [kind for kind, model in TYPES.items() if model.timeline]


def every(site: Site) -> list[Moment]:
    """Every dated field of the types shown."""
    return [one for kind in lanes() for one in _of(site, site.by_type[kind])]


def dates_around(site: Site, entry: Entry) -> list[Moment]:
    """The dates of a record and of those around it, in their order; those without a year last."""
    entries = [entry, *(one.entry for one in around.of(site, entry))]
    found = _of(site, (one for one in entries if one.model.timeline))
    return sorted(found, key=lambda one: (one.value.year is None, one.value.start.order))


def _of(site: Site, entries: Iterable[Entry]) -> Iterator[Moment]:
    for entry in entries:
        for name, value in entry.dates():
            if not entry.specs[name].editorial:
                yield Moment(entry, site.label(entry, name), value, site.items(entry, name)[0])
