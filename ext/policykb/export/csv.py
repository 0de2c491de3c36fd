"""All records as one table, for spreadsheets.

A spreadsheet reads a cell that begins with ``=``, ``+``, ``-``, ``@`` (full-width ones too), a tab
or a carriage return as a formula. Such a cell is given an apostrophe in front, unless it is a
number. Take one leading apostrophe away to have the value as written.
"""

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from policykb.check.context import Context
from policykb.export.format import Export
from policykb.export.records import Records
from policykb.export.table import Cell, Table
from policykb.model import TYPES

_FORMULA = re.compile(r"\s*[=+\-@\t\r'\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d[\d,.]*%?")


def render(base: Context, made: Iterable[dict[str, Any]] | None = None) -> str:
    """One line for each record under a line of column names; lines end in CR LF (RFC 4180).
    ``made`` are the records where they are made already."""
    names = columns()
    cells = map(row, Records(base) if made is None else made)
    return _written(names, ([guarded(one.get(name, "")) for name in names] for one in cells))


def _written(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows((names, *rows))
    return out.getvalue()


def columns() -> list[str]:
    """Column names: every field of every type once, in the order of the model."""
    fields = dict.fromkeys(name for model in TYPES.values() for name in model.specs)
    first = ("id", "type", "title", "aliases")
    return [*first, *(name for name in fields if name not in first), "text", "path", "line"]


def row(record: dict[str, Any]) -> dict[str, str]:
    """A record's cells by column; items of a list are separated by ``, ``, aliases by ``; ``."""
    return {
        **record["fields"],
        **{name: ", ".join(ids) for name, ids in record["links"].items()},
        "aliases": "; ".join(record["aliases"]),
        **{name: str(record[name]) for name in ("id", "type", "title", "text", "path", "line")},
    }


def text(table: Table) -> str:
    """A table under its line of column names; what is no text is not guarded."""
    if EXPORT.name not in table.texts:
        rows = (map(printed, row) for row in table.rows)
        table.texts[EXPORT.name] = _written(table.names, rows)
    return table.texts[EXPORT.name]


def printed(cell: Cell) -> str:
    """A cell: a number in plain digits, a text guarded, nothing as nothing."""
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else f"{Decimal(cell):f}"


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula."""
    if cell[:1].isalpha():
        return cell
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


# The site offers its own table, with names beside ids.
EXPORT = Export("csv", "everything, one row a record", render)
