"""A table as every format of rows writes it: named columns with types, and rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Generic, TypeVar

T = TypeVar("T")

Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, what it holds in a few words, and how a row's cell is made.

    ``kind`` is ``string``, ``number`` or ``integer``; ``to`` names the table whose first column a
    cell has a value of, or is empty; ``address`` says that cells are addresses; ``elsewhere`` that
    the tables of the types have the column too.
    """

    name: str
    what: str
    cell: Callable[[T], Cell]
    kind: str = "string"
    to: str = ""
    address: bool = False
    elsewhere: bool = False


@dataclass(slots=True)
class Table:
    """Rows of cells under named columns. ``key`` says that the first column tells rows apart,
    ``texts`` are what formats have made of it."""

    name: str
    title: str
    columns: list[Column[Any]]
    rows: list[tuple[Cell, ...]]
    key: bool
    texts: dict[str, str] = field(default_factory=dict)

    def narrow(self) -> Table:
        """The same rows without the columns that other tables have for some of them."""
        at = [number for number, one in enumerate(self.columns) if not one.elsewhere]
        if len(at) == len(self.columns):
            return self
        rows = [tuple(row[one] for one in at) for row in self.rows]
        return replace(self, columns=[self.columns[one] for one in at], rows=rows, texts={})

    def sound(self, known: Container[str]) -> Table:
        """The same rows, nothing where a key is none of those known."""
        keys = [at for at, one in enumerate(self.columns) if one.to]
        if all(row[at] in known for row in self.rows for at in keys):
            return self
        return replace(self, rows=[_sound(row, keys, known) for row in self.rows], texts={})

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.columns]


def table(
    name: str, title: str, columns: Iterable[Column[T]], rows: Iterable[T], key: bool = False
) -> Table:
    """The table of what the cells of each column say of some rows."""
    apart = _apart(columns)
    cells = [tuple(one.cell(row) for one in apart) for row in rows]
    return Table(name, title, apart, cells, key)


def _sound(row: tuple[Cell, ...], keys: list[int], known: Container[str]) -> tuple[Cell, ...]:
    return tuple(None if at in keys and cell not in known else cell for at, cell in enumerate(row))


def _apart(columns: Iterable[Column[T]]) -> list[Column[T]]:
    """The columns, none of the same name: an own field may be called what another column is."""
    found: dict[str, Column[T]] = {}
    for one in columns:
        name = one.name
        while name.casefold() in found:
            name += "_"
        found[name.casefold()] = replace(one, name=name)
    return list(found.values())
