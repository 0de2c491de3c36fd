"""Lists of all records of one type: a table that sorts and filters, and the same as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.model.load import common
from policykb.publish.facts import figures
from policykb.publish.facts.items import Item
from policykb.publish.facts.site import Site
from policykb.values.number import NUMBER

MOST_COLUMNS = 4
"""Columns of the list of a type that names none: its first fields."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    items: tuple[Item, ...] = ()
    sort: str | None = None
    """The key to sort by: None sorts by the words, an empty one after all others."""
    gap: str = ""
    """The reason if the value is not known."""

    @property
    def bare(self) -> str:
        """The words of a lone value that stands with a date or a mark; else empty."""
        alone = self.items[0] if len(self.items) == 1 else None
        return alone.text if alone and (alone.dated or alone.mark) else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's words, whether it is picked from a list, and whether the list is in its order,
    newest first."""

    label: str
    choice: bool
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A record and its cells."""

    entry: Entry
    cells: tuple[Cell, ...]


def columns(site: Site, kind: str) -> list[Column]:
    """The columns of a type's list, without those that no record fills."""
    specs = TYPES[kind].specs
    return [
        Column(
            _heading(site, kind, name),
            name in specs and bool(specs[name].value.choices),
            name == TYPES[kind].newest_first,
        )
        for name in _filled(site, kind)
    ]


def _heading(site: Site, kind: str, name: str) -> str:
    if name == "value":
        return site.t("record.figure")
    if name[0] == "<":
        return site.t.word(name[1:], kind)
    return site.field(kind, name, TYPES[kind].specs.get(name))


def rows(site: Site, kind: str) -> list[Row]:
    """The records of a type in the order of their titles, or of the date they happened on, the
    newest first and those without a year last."""
    names = _filled(site, kind)
    entries = site.by_type[kind]
    if by := TYPES[kind].newest_first:
        entries = sorted(entries, key=lambda entry: _order(entry, by) or "", reverse=True)
    return [Row(entry, tuple(cell(site, entry, name) for name in names)) for entry in entries]


def cell(site: Site, entry: Entry, name: str) -> Cell:
    """One cell of the list."""
    if name[0] == "<":
        backs = (back.items for back in site.backs(entry) if back.name == name[1:])
        return Cell(next(backs, ()))
    if name in entry.gaps:
        return Cell(gap=entry.gaps[name], sort="")
    items = tuple(site.items(entry, name))
    number = entry.value(name, NUMBER)
    if number is not None and items:
        return Cell((figures.item(site, entry) or items[0],), str(number.amount))
    return Cell(items, _order(entry, name))


def _order(entry: Entry, name: str) -> str | None:
    """What a date sorts by: without a year it has no place among the others."""
    return entry.specs[name].value.sort_key(entry.typed.get(name))


def names(kind: str) -> Sequence[str]:
    """The fields that the list of a type shows; ``<`` marks what links to the record."""
    model = TYPES[kind]
    own = [name for name in model.specs if name not in common()]
    return model.columns or own[:MOST_COLUMNS]


def _filled(site: Site, kind: str) -> list[str]:
    entries = site.by_type[kind]
    return [
        name
        for name in names(kind)
        if any((found := cell(site, one, name)).items or found.gap for one in entries)
    ]
