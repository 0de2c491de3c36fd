"""The lines of a page of a PDF with their places, as pdfium reads them.

Of a vertical page ``start`` and ``end`` run downwards and lines follow each other to the left; of
any other they run to the right and lines follow each other downwards. Lengths are points.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

_CELL = 1.5
"""Heights of a line that part two cells."""
_SAME = 0.3
"""Heights by which two parts of a line differ at most."""
_HYPHENS = "\x02\ufffe\u00ad"
HYPHEN = "\u00ad"
"""Stands where a line ends within a word."""


class Char(NamedTuple):
    """A character and the box of its font around it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(slots=True)
class Line:
    """A line of a page. ``across`` grows from line to line; ``height`` is that of its font;
    ``cells`` are its parts where wide gaps part them."""

    text: str
    start: float
    end: float
    across: float
    height: float
    vertical: bool = False
    cells: list[str] = field(default_factory=list)


def lines(page: PdfTextPage) -> list[Line]:
    """The lines of a page in the order of its content, parts of one line put together."""
    raw = [chars for chars in _broken(_chars(page)) if any(not one.text.isspace() for one in chars)]
    vertical = sum(_is_vertical(chars) for chars in raw) * 2 > len(raw)
    found: list[Line] = []
    for chars in raw:
        line = _line(chars, vertical)
        if found and not vertical and _continues(found[-1], line):
            _append(found[-1], line)
        else:
            found.append(line)
    return found


def _chars(page: PdfTextPage) -> Iterator[Char]:
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        pdfium.FPDFText_GetLooseCharBox(page, index, reference)
        text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if text in _HYPHENS:
            text = HYPHEN if text else ""
        yield Char(text, box.left, box.right, box.bottom, box.top)


def _broken(chars: Iterator[Char]) -> Iterator[list[Char]]:
    line: list[Char] = []
    for char in chars:
        if char.text in ("\r", "\n"):
            yield line
            line = []
        else:
            line.append(char)
    yield line


def _is_vertical(chars: list[Char]) -> bool:
    first, last = chars[0], chars[-1]
    height = max(first.top - first.bottom, 1)
    return first.top - last.top > height and abs(first.left - last.left) < height


def _line(chars: list[Char], vertical: bool) -> Line:
    seen = [one for one in chars if one.text and not one.text.isspace()]
    text = "".join(one.text for one in chars)
    if vertical:
        width = max(one.right - one.left for one in seen)
        return Line(
            text.strip(), -seen[0].top, -seen[-1].bottom, -seen[0].left, width, vertical=True
        )
    height = sorted(one.top - one.bottom for one in seen)[len(seen) // 2]
    base = sorted(one.bottom for one in seen)[len(seen) // 2]
    cells = _cells(chars, height)
    return Line(" ".join(cells), seen[0].left, seen[-1].right, -base, height, cells=cells)


def _cells(chars: list[Char], height: float) -> list[str]:
    found, part = [], ""
    right: float | None = None
    for char in chars:
        if char.text.isspace():
            part += " "
            continue
        if right is not None and char.left - right > _CELL * height:
            found.append(part.strip())
            part = ""
        part += char.text
        right = char.right
    return [*found, part.strip()]


def _continues(one: Line, other: Line) -> bool:
    """Whether a line stands beside the one before it, as cells of a table do."""
    return abs(one.across - other.across) < _SAME * one.height and other.start >= one.end


def _append(line: Line, other: Line) -> None:
    line.cells += other.cells
    line.text += f" {other.text}"
    line.end = other.end


def properties(document: Any) -> dict[str, str]:
    """What a PDF says of itself: title, author and the like, white space put in order."""
    return {
        name.lower(): " ".join(str(value).split())
        for name, value in document.get_metadata_dict(skip_empty=True).items()
    }
