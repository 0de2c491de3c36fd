"""A table as every format of rows writes it: named columns with types, and rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
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


class Table:
    """Rows of cells under named columns. ``key`` says that the first column tells rows apart."""

    def __init__(
        self,
        name: str,
        title: str,
        columns: Iterable[Column[Any]],
        rows: Iterable[Any],
        *,
        key: bool = False,
    ) -> None:
        self.name = name
        self.title = title
        self.columns = _apart(columns)
        self.rows = [tuple(one.cell(row) for one in self.columns) for row in rows]
        self.key = key
        self.texts: dict[str, str] = {}
        """What formats have made of it."""

    def narrow(self) -> Table:
        """The same rows without the columns that other tables have for some of them."""
        at = [number for number, one in enumerate(self.columns) if not one.elsewhere]
        if len(at) == len(self.columns):
            return self
        rows = [tuple(row[one] for one in at) for row in self.rows]
        return self._with([self.columns[one] for one in at], rows)

    def sound(self, known: Container[str]) -> Table:
        """The same rows, nothing where a key is none of those known."""
        keys = [at for at, one in enumerate(self.columns) if one.to]
        if all(row[at] in known for row in self.rows for at in keys):
            return self
        return self._with(self.columns, [_sound(row, keys, known) for row in self.rows])

    def _with(self, columns: list[Column[Any]], rows: list[tuple[Cell, ...]]) -> Table:
        found = Table(self.name, self.title, (), (), key=self.key)
        found.columns, found.rows = columns, rows
        return found

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.columns]


def _sound(row: tuple[Cell, ...], keys: list[int], known: Container[str]) -> tuple[Cell, ...]:
    return tuple(None if at in keys and cell not in known else cell for at, cell in enumerate(row))


def _apart(columns: Iterable[Column[Any]]) -> list[Column[Any]]:
    """The columns, none of the same name: an own field may be called what another column is."""
    found: dict[str, Column[Any]] = {}
    for one in columns:
        name = one.name
        while name.casefold() in found:
            name += "_"
        found[name.casefold()] = replace(one, name=name)
    return list(found.values())
