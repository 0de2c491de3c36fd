"""All tables as one workbook, a sheet each: ids lead to their records, addresses to their pages.

Every text is written as a text, so that no spreadsheet runs it.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policykb.check.context import Context
from policykb.export.format import Export, Records
from policykb.export.table import Cell, Column, Table
from policykb.export.tables import RECORDS, tables

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# The format's own limits.
LONGEST = 32_767
"""Characters of a cell; a longer text is cut, with an ellipsis."""
_LINKS = 65_530
"""Links of a sheet; the cells after them have no link."""
_ADDRESS = 2_079
"""Characters of an address; a longer one is no link."""

_WEB = re.compile(r"https?://\S+")
_NAME = re.compile(r"[\[\]:*?/\\]")
_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_WIDTHS = (8, 60)


def render(base: Context, made: Records) -> bytes:
    """The workbook's bytes. The table of all records has no sheet, nor has one without rows: each
    type that has a record has its own."""
    from xlsxwriter import Workbook

    found = [one for one in tables(made) if one.rows and one.name != RECORDS]
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, **_TEXT}) as book:
        noon = datetime.time(12)
        book.set_properties({"created": datetime.datetime.combine(base.today, noon)})
        names, bold = _names(found), book.add_format({"bold": True})
        places = _places(found, names)
        for table, name in zip(found, names, strict=True):
            _Sheet(book.add_worksheet(name), bold, table, places).write()
    for one in (*book.worksheets(), book):
        vars(one).clear()  # a book and its sheets refer to each other, and so would stay
    return out.getvalue()


def _names(found: Iterable[Table]) -> list[str]:
    """Names of sheets: at most 31 characters, none that a formula has, none twice."""
    names: dict[str, str] = {}
    for one in found:
        plain = _NAME.sub(" ", one.title).strip("' ")[:31] or one.name[:31]
        while plain.casefold() in names:
            plain = f"{plain[:30]}_"
        names[plain.casefold()] = plain
    return list(names.values())


def _places(found: Iterable[Table], names: Iterable[str]) -> dict[str, str]:
    """Where each record has its row, by its id."""
    return {
        str(row[0]): "internal:'{}'!A{}".format(name.replace("'", "''"), at)
        for table, name in zip(found, names, strict=True)
        if table.key
        for at, row in enumerate(table.rows, 2)
    }


@dataclass
class _Sheet:
    """One table on its sheet; ``links`` is how many more it may have."""

    sheet: Worksheet
    bold: Format
    table: Table
    places: dict[str, str]
    links: int = _LINKS

    def write(self) -> None:
        """The names of the columns, which stay in sight, and the rows, which can be narrowed."""
        sheet, table = self.sheet, self.table
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, column.name, self.bold)
            sheet.set_column(at, at, self._width(at))
        for line, row in enumerate(table.rows, 1):
            for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(line, at, column, cell)

    def _cell(self, line: int, at: int, column: Column[Any], cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if not isinstance(cell, str):
            self.sheet.write_number(line, at, float(cell))
            return
        text = cell if len(cell) <= LONGEST else f"{cell[: LONGEST - 1]}…"
        target = self._target(column, cell) if at or not self.table.key else ""
        if target and self.links:
            self.links -= 1
            self.sheet.write_url(line, at, target, string=text)
        else:
            self.sheet.write_string(line, at, text)

    def _target(self, column: Column[Any], cell: str) -> str:
        """Where a cell leads: to its record's row, or to its address."""
        if cell in self.places:
            return self.places[cell]
        is_web = len(cell) <= _ADDRESS and _WEB.fullmatch(cell)
        return cell if is_web and column.address else ""

    def _width(self, at: int) -> int:
        longest = max((len(str(row[at] or "")) for row in self.table.rows[:200]), default=0)
        low, high = _WIDTHS
        return min(max(low, longest, len(self.table.columns[at].name) + 3), high)


EXPORT = Export(
    "xlsx",
    "all tables as a workbook for spreadsheets",
    render,
    "records.xlsx",
    library="xlsxwriter",
    extra="xlsx",
    most=10_000,
)
