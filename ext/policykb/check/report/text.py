"""Findings for a person: the line, carets under the place, the fix, where to read more."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO

from policykb.check.color import wanted
from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.text.counted import counted

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import Page

FOR_PEOPLE = True
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
TO_READ = "PKB315"
"""The rule whose notes are counted as facts to read."""
MAX_LINE = 160
"""Columns of a source line that are shown."""


def render(report: Report, base: Base) -> str:
    """All findings, the notes of one rule together, and a line that counts them."""
    color = wanted(sys.stdout)
    pages = {page.path: page for page in base.pages}
    parts = []
    for found in _grouped(report.diagnostics):
        if len(found) > 1:
            parts.append(_several(found, color))
        else:
            parts.append(_told(found[0], _row(pages.get(found[0].path), found[0]), color))
    parts.append(summary(report))
    return "\n".join(parts) + "\n"


def _grouped(found: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Each error and warning alone, then the notes by rule."""
    notes: dict[str, list[Diagnostic]] = {}
    for item in found:
        if item.severity is Severity.NOTE:
            notes.setdefault(item.code, []).append(item)
    return [[item] for item in found if item.severity is not Severity.NOTE] + list(notes.values())


def summary(report: Report) -> str:
    """The closing lines: what is to read, and how much was found."""
    return "\n".join([*to_read(report), _counts(report)])


def to_read(report: Report) -> list[str]:
    """One line that counts the facts to read by their first reason; none where there are none."""
    count = Counter(
        one.reason for one in [*report.diagnostics, *report.hidden] if one.code == TO_READ
    )
    if not count:
        return []
    reasons = ", ".join(f"{number} {reason}" for reason, number in count.most_common())
    return [f"{counted(sum(count.values()), 'fact')} to read: {reasons}; policykb review"]


def _counts(report: Report) -> str:
    counts = report.summary
    others = sum(one.code != TO_READ for one in report.hidden)
    more = f" {counted(others, 'note')}: --notes shows them." if others else ""
    more += " No fact was graded: check without -q does." if report.ungraded else ""
    if not report.diagnostics:
        what = "no error" if report.ungraded else "nothing to fix"
        return f"{counted(counts['records'], 'record')} checked, {what}.{more}"
    said = ", ".join(
        counted(counts[f"{word}s"], word)
        for word in ("error", "warning", "note")
        if counts[f"{word}s"]
    )
    cut = f" Of {', '.join(report.cut)} more is left out." if report.cut else ""
    return f"{counted(counts['records'], 'record')} checked: {said}.{cut}{more}"


def _row(page: Page | None, item: Diagnostic) -> str | None:
    """The line of a finding; None where the page has no text, or no such line."""
    if page is None or not page.text or item.line > page.line(len(page.text)):
        return None
    start = page.line_start(item.line - 1)
    return page.text[start : page.line_end(start)]


def finding_lines(item: Diagnostic, text: str, color: bool = False) -> str:
    """One finding with its source line, out of the page's text, and carets."""
    rows = text.split("\n")
    return _told(item, rows[item.line - 1] if text and item.line <= len(rows) else None, color)


def _paint(code: str, words: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words


def _mark(item: Diagnostic, color: bool) -> str:
    return _paint(_COLORS[item.severity], f"{item.severity.word}[{item.code}]", color)


def _docs(item: Diagnostic) -> str:
    """Where more is said of a finding; it is there without a network."""
    return f"  docs: policykb explain {item.code}"


def _several(found: list[Diagnostic], color: bool) -> str:
    """Notes of one rule, a line each; what to do is said once where it is the same for all."""
    first = found[0]
    help = f"  {_paint('1', 'help', color)}: "
    alike = all(item.help == first.help for item in found)
    lines = [f"{_mark(first, color)} {first.name}: {counted(len(found), 'note')}"]
    for item in found:
        lines.append(f"  {in_line(item.path)}:{item.line}:{item.col}: {in_line(item.message)}")
        if item.help and not alike:
            lines.append(f"  {help}{in_line(item.help)}")
    if first.help and alike:
        lines.append(f"{help}{in_line(first.help)}")
    return "\n".join([*lines, _docs(first)]) + "\n"


def _told(item: Diagnostic, row: str | None, color: bool) -> str:
    mark = _mark(item, color)
    said = in_line(item.message)
    lines = [f"{in_line(item.path)}:{item.line}:{item.col}: {mark} {item.name}: {said}"]
    if row is not None:
        lines += excerpt(row, item)
    if item.help:
        lines.append(f"  {_paint('1', 'help', color)}: {in_line(item.help)}")
    lines += [
        f"  see: {in_line(other.path)}:{other.line}:{other.col}: {in_line(other.message)}"
        for other in item.related
    ]
    lines.append(_docs(item))
    return "\n".join(lines) + "\n"


def visible(text: str) -> str:
    """The text without what would steer a terminal or turn its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(char) in _STEERING and char != "\n" else char
        for char in text.replace("\t", " ")
    )


def in_line(text: str) -> str:
    """The same, on one line."""
    return visible(text).replace("\n", "\ufffd")


class Plain:
    """A stream for messages, on which nothing that a message quotes steers the terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text as it is shown; the number of its characters."""
        self._stream.write(visible(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def bare(stream: TextIO) -> TextIO:
    """A stream without that, for a bar, which steers the terminal itself."""
    return stream._stream if isinstance(stream, Plain) else stream


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
