"""Lists of all records of one type: a table that sorts and filters, and the same as CSV."""

from __future__ import annotations

from dataclasses import dataclass

from policykb.kb import Entry
from policykb.model import TYPES
from policykb.pages.site import Item, Site
from policykb.pages.words import figure, label

COLUMNS: dict[str, tuple[str, ...]] = {
    "policy": ("status", "issued_by", "announced", "<Carried out by", "addresses"),
    "program": ("status", "administered_by", "implements", "<Funds"),
    "alliance": ("kind", "status", "parties", "agreed", "funded_by"),
    "jv": ("status", "parties", "funded_by", "site"),
    "org": ("kind", "country"),
    "person": ("affiliation", "role"),
    "facility": ("operator", "place"),
    "product": ("kind", "holder", "substance", "reference"),
    "event": ("date", "kind", "status", "place"),
    "concern": ("raised_by", "raised_with", "<Addressed by"),
    "indicator": ("value", "as_of", "geography", "about"),
    "source": ("nature", "publisher", "published"),
}
"""The fields shown of each type; ``<`` marks what links to the record, by how it is called."""

CHOICES = frozenset({"kind", "status", "country", "nature", "geography"})
"""Columns that have few values, so that a reader picks one from a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds, what it sorts by, and the reason where the value is not known."""

    items: tuple[Item, ...] = ()
    sort: str = ""
    gap: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column's words, and whether it is picked from a list."""

    label: str
    choice: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A record and its cells."""

    entry: Entry
    cells: tuple[Cell, ...]


def columns(site: Site, kind: str) -> list[Column]:
    """The columns of a type's list, without those that no record fills."""
    specs = TYPES[kind].specs()
    return [
        Column(name[1:] if name[0] == "<" else label(name, specs.get(name)), name in CHOICES)
        for name in _filled(site, kind)
    ]


def rows(site: Site, kind: str) -> list[Row]:
    """The records of a type in the order of their titles."""
    names = _filled(site, kind)
    return [
        Row(entry, tuple(cell(site, entry, name) for name in names)) for entry in site.by_type[kind]
    ]


def cell(site: Site, entry: Entry, name: str) -> Cell:
    """One cell of the list."""
    if name[0] == "<":
        found = next((back.entries for back in site.backs(entry) if back.label == name[1:]), ())
        return Cell(tuple(Item(one.title, one) for one in found))
    if name in entry.gaps:
        return Cell(gap=entry.gaps[name])
    items = tuple(site.items(entry, name))
    if name == "value" and items:
        number = entry.value("value")
        words = figure(items[0].text, entry.value("bound"), entry.text("unit"))
        return Cell((Item(words),), str(number.amount), inferred=name in entry.inferred)
    value = entry.value(name)
    dated = entry.specs[name].value.name == "date"
    return Cell(items, str(value) if dated and value else "", inferred=name in entry.inferred)


def _filled(site: Site, kind: str) -> list[str]:
    entries = site.by_type[kind]
    return [
        name
        for name in COLUMNS[kind]
        if any((found := cell(site, one, name)).items or found.gap for one in entries)
    ]
