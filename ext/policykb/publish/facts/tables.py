"""Lists of all records of one type: a table that sorts and filters, and the same as CSV."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.model import SOURCE, TYPES
from policykb.model.load import common
from policykb.publish.facts import figures
from policykb.publish.facts.items import Item
from policykb.publish.facts.site import Site
from policykb.values.number import NUMBER

MOST_COLUMNS = 4
"""Columns of the list of a type that names none: its first fields."""
SEVERAL = "|"
"""Between the values of a cell that has several."""
_GRADES = {
    "refused": "grade.refused",
    "to-read": "grade.to-read",
    "inferred": "inferred.head",
    "pointed": "grade.pointed",
    "shown": "grade.shown",
}
"""The words for each grade, the worst first."""


class Cell(NamedTuple):
    """One cell of a table."""

    items: tuple[Item, ...] = ()
    sort: str | None = None
    """The key to sort by: None sorts by the words, an empty one after all others."""
    gap: str = ""
    """The reason if the value is not known."""
    unknown: str = ""
    """What a list is narrowed to such cells by."""

    @property
    def values(self) -> tuple[str, ...]:
        """What a list is narrowed to this cell by."""
        return (self.unknown,) if self.gap else tuple(one.text for one in self.items)

    @property
    def bare(self) -> str:
        """Those values, where the words of the cell are not just one of them."""
        alone = self.items[0] if len(self.items) == 1 else None
        plain = alone and not alone.dated and not alone.mark
        return "" if plain or any(one.entry for one in self.items) else SEVERAL.join(self.values)


class Column(NamedTuple):
    """A column's words, the values it is narrowed by with how many rows have each (none where there
    are not several), and whether the list is in its order, newest first."""

    label: str
    choices: tuple[tuple[str, int], ...] = ()
    ordered: bool = False


class Row(NamedTuple):
    """A record and its cells."""

    entry: Entry
    cells: tuple[Cell, ...]


def table(site: Site, kind: str) -> tuple[list[Column], list[Row]]:
    """The list of a type: the columns that any record fills, then what each record rests on; in the
    order of names, or of the date they happened on, the newest first and those without a year
    last."""
    model, names = TYPES[kind], _filled(site, kind)
    rests = not (kind == SOURCE or model.editorial)
    rows = []
    for entry in _ordered(site, kind):
        made = partial(_row, site, entry, names, rests)
        rows.append(site.keep(entry, (Row, *names, rests), made))
    picked = [name in model.specs and bool(model.specs[name].value.choices) for name in names]
    labels = [_heading(site, kind, name) for name in names]
    if rests:
        picked += [False, True]
        labels += [site.t("list.newest_source"), site.t("list.grade")]
    heads = [
        Column(
            label,
            choices(one for row in rows for one in row.cells[at].values) if picked[at] else (),
            names[at : at + 1] == [model.newest_first],
        )
        for at, label in enumerate(labels)
    ]
    return heads, rows


def _row(site: Site, entry: Entry, names: Sequence[str], rests: bool) -> Row:
    own = (cell(site, entry, name) for name in names)
    return Row(entry, (*own, *(rest(site, entry) if rests else ())))


def choices(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """What rows are narrowed by, with how many have it; empty where nothing is to be chosen."""
    found = Counter(values)
    return tuple(sorted(found.items())) if len(found) > 1 else ()


def rest(site: Site, entry: Entry) -> tuple[Cell, Cell]:
    """What a record as a whole rests on: the day of its newest source, and the worst of the grades
    of its facts."""
    return _newest(site, site.quotations(entry)), _worst(site, entry)


def _newest(site: Site, quotes: list[Quotation]) -> Cell:
    day = site.newest(quotes)
    if day is not None:
        return Cell((Item(site.t.date(day)),), day.latest.isoformat() if day.latest else "")
    return _undated(site) if any(site.sources(quotes)) else Cell((), "")


def _undated(site: Site) -> Cell:
    return Cell((Item(site.t("cite.undated"), note=site.t("status.undated")),), "")


def _worst(site: Site, entry: Entry) -> Cell:
    grades = {one.grade for found in site.grades(entry).values() for one in found}
    for place, (grade, words) in enumerate(_GRADES.items()):
        if grade in grades:
            return Cell((Item(site.t(words)),), str(place))
    return Cell((), "")


def _heading(site: Site, kind: str, name: str) -> str:
    if name == "value":
        return site.t("record.figure")
    if name[0] == "<":
        return site.t.word(name[1:], kind)
    return site.field(kind, name, TYPES[kind].specs.get(name))


def _ordered(site: Site, kind: str) -> list[Entry]:
    entries = site.by_type[kind]
    if by := TYPES[kind].newest_first:
        return sorted(entries, key=lambda entry: _order(entry, by) or "", reverse=True)
    return entries


def cell(site: Site, entry: Entry, name: str) -> Cell:
    """One cell of the list."""
    if name[0] == "<":
        backs = (back.items for back in site.backs(entry) if back.name == name[1:])
        return Cell(next(backs, ()))
    if name in entry.gaps:
        return Cell(gap=entry.gaps[name], sort="", unknown=site.t("gap.unknown"))
    items = tuple(site.items(entry, name))
    if entry.is_source and name == "published" and not items:
        return _undated(site)
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
