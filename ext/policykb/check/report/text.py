"""Findings for a person: the line, carets under the place, the mend, where to read more."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Report, Severity

if TYPE_CHECKING:
    from policykb.base.index import Base

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
MAX_LINE = 160
"""Columns of a source line that are shown."""


def render(report: Report, base: Base) -> str:
    """All findings and a line that counts them; coloured on a terminal (see NO_COLOR)."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    texts = {page.path: page.text for page in base.pages}
    parts = [one(item, texts.get(item.path, ""), colour) for item in report.diagnostics]
    parts.append(summary(report))
    return "\n".join(parts) + "\n"


def summary(report: Report) -> str:
    """The closing line."""
    counts = report.summary
    if not report.diagnostics:
        return f"{plural(counts['records'], 'record')} checked, nothing to mend."
    said = ", ".join(
        plural(counts[f"{word}s"], word)
        for word in ("error", "warning", "note")
        if counts[f"{word}s"]
    )
    return f"{plural(counts['records'], 'record')} checked: {said}."


def plural(count: int, word: str) -> str:
    """``1 record``, ``2 records``."""
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def one(item: Diagnostic, text: str, colour: bool = False) -> str:
    """One finding with its source line and carets."""

    def paint(code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if colour else words

    mark = paint(_COLOURS[item.severity], f"{item.severity.word}[{item.code}]")
    said = visible(item.message)
    lines = [f"{visible(item.path)}:{item.line}:{item.col}: {mark} {item.name}: {said}"]
    rows = text.split("\n")
    if text and item.line <= len(rows):
        lines += excerpt(rows[item.line - 1], item)
    if item.help:
        lines.append(f"  {paint('1', 'help')}: {visible(item.help)}")
    lines += [
        f"  see: {visible(other.path)}:{other.line}:{other.col}: {visible(other.message)}"
        for other in item.related
    ]
    lines.append(f"  docs: {item.url}")
    return "\n".join(lines) + "\n"


def visible(text: str) -> str:
    """The text without what would steer a terminal or turn its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(char) in _STEERING and char != "\n" else char
        for char in text.replace("\t", " ")
    )


def excerpt(row: str, item: Diagnostic) -> list[str]:
    """The line with carets under the place, cut where it is long."""
    first = item.col - 1
    last = item.end_col - 1 if item.end_line == item.line else len(row)
    offset = max(0, first - 60) if len(row) > MAX_LINE else 0
    shown = visible(row[offset : offset + MAX_LINE])
    number = str(item.line)
    before = width(row[offset:first])
    carets = max(1, width(row[first : min(last, offset + MAX_LINE)]))
    gutter = " " * len(number)
    return [f"  {number} | {shown}", f"  {gutter} | {' ' * before}{'^' * carets}"]


def width(text: str) -> int:
    """Terminal columns; East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
