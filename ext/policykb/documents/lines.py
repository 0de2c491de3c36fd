"""The lines of a page of a PDF with their places, as pdfium reads them.

Of a vertical page ``start`` and ``end`` run downwards and lines follow each other to the left; of
any other they run to the right and lines follow each other downwards. Lengths are points.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median_high
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from policykb.documents import metadata

_CELL = 1.2
"""Widths of a line's widest letter that part two cells."""
_LEAST = 0.6
"""The part of a line's height that its widest letter is at least taken to have."""
_SAME = 0.3
"""Heights by which two parts of a line differ at most."""
_HYPHENS = "\x02\ufffe\u00ad"
_TOP = 0.3
"""The part of a vertical page in which its lines begin."""
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
    ``cells`` are its parts where wide gaps part them, ``gap`` the least of these."""

    text: str
    start: float
    end: float
    across: float
    height: float
    vertical: bool = False
    cells: list[str] = field(default_factory=list)
    gap: float = 0.0


def lines(page: PdfTextPage) -> list[Line]:
    """The lines of a page in the order of its content, parts of one line put together."""
    raw = [chars for chars in _broken(_chars(page)) if any(one.text.strip() for one in chars)]
    upright = sum(len(chars) for chars in raw if _is_vertical(chars))
    if upright * 2 > sum(map(len, raw)):
        return _from_the_right([_line(chars, True) for chars in raw])
    found: list[Line] = []
    for chars in raw:
        line = _line(chars, False)
        if found and _continues(found[-1], line):
            found[-1].cells += line.cells
            found[-1].text += f" {line.text}"
            found[-1].end = line.end
        else:
            found.append(line)
    return found


def _from_the_right(found: list[Line]) -> list[Line]:
    """The lines of a vertical page from the right on, small ones at its foot behind them; as they
    are where many begin below its top, as in a second row of columns."""
    found = _merged(found)
    top = min(line.start for line in found)
    high = max(line.end for line in found) - top
    low = [line for line in found if line.start > top + _TOP * high]
    if sum(len(line.text) for line in low) * 10 > sum(len(line.text) for line in found):
        return found
    usual = median_high(line.height for line in found)
    foot = [line for line in low if line.height < usual]
    return sorted((one for one in found if one not in foot), key=lambda one: one.across) + foot


def _merged(found: list[Line]) -> list[Line]:
    """The lines of a vertical page, the parts of one line put together."""
    kept: list[Line] = []
    for line in sorted(found, key=lambda one: one.start):
        above = next((one for one in kept if _goes_down(one, line)), None)
        if above is None:
            kept.append(line)
        else:
            above.text += line.text
            above.end = line.end
    return [line for line in found if line in kept]


def _goes_down(one: Line, other: Line) -> bool:
    """Whether a line begins where another one of the same place ends."""
    same = abs(one.across - other.across) < _SAME * one.height
    return same and abs(other.start - one.end) < one.height


def _chars(page: PdfTextPage) -> Iterator[Char]:
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    upright = metadata.upright()
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        pdfium.FPDFText_GetLooseCharBox(page, index, reference)
        text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if text in _HYPHENS:
            text = HYPHEN if text else ""
        text = upright.get(code, text)
        yield Char(text, box.left, box.right, box.bottom, box.top)


def _broken(chars: Iterator[Char]) -> Iterator[list[Char]]:
    """The lines, which line breaks end, or a hyphen where the next character stands elsewhere."""
    line: list[Char] = []
    for char in chars:
        if char.text in ("\r", "\n"):
            yield line
            line = []
            continue
        if line and line[-1].text == HYPHEN and _is_elsewhere(line, char):
            yield line
            line = []
        line.append(char)
    yield line


def _is_elsewhere(line: list[Char], char: Char) -> bool:
    """Whether a character does not stand behind a line."""
    seen = next((one for one in reversed(line) if one.text != HYPHEN), char)
    height = max(seen.top - seen.bottom, 1)
    return abs(char.bottom - seen.bottom) > height / 2 or char.left < seen.left


def _is_vertical(chars: list[Char]) -> bool:
    first, last = chars[0], chars[-1]
    height = max(first.top - first.bottom, 1)
    return first.top - last.top > height and abs(first.left - last.left) < height


def _line(chars: list[Char], vertical: bool) -> Line:
    seen = [one for one in chars if one.text and not one.text.isspace()]
    text = "".join(one.text for one in chars)
    if len(seen) > 1 and seen[-1].text in (HYPHEN, "-") and _touch(*seen[-2:]):
        chars = [*chars[: chars.index(seen[-2]) + 1], seen[-1]]
        text = "".join(one.text for one in chars)
    if vertical:
        width = median_high(one.right - one.left for one in seen)
        start, end, across = -seen[0].top, -seen[-1].bottom, -seen[0].left
        return Line(text.strip(), start, end, across, width, vertical=True)
    height = median_high(one.top - one.bottom for one in seen)
    base = median_high(one.bottom for one in seen)
    widest = max(one.right - one.left for one in seen)
    cells, gap = _cells(chars, min(height, max(widest, height * _LEAST)))
    return Line(" ".join(cells), seen[0].left, seen[-1].right, -base, height, cells=cells, gap=gap)


def _touch(one: Char, other: Char) -> bool:
    """Whether there is no space between two characters, whatever the text says."""
    return other.left - one.right < (one.top - one.bottom) / 5


def _cells(chars: list[Char], unit: float) -> tuple[list[str], float]:
    """The parts of a line that wide gaps part, and the least of these gaps in units."""
    found, part = [], ""
    least = 0.0
    right: float | None = None
    for char in chars:
        if char.text.isspace():
            part += " "
            continue
        gap = 0.0 if right is None else (char.left - right) / unit
        if gap > _CELL:
            found.append(part.strip())
            part = ""
            least = min(gap, least or gap)
        part += char.text
        right = char.right
    return [*found, part.strip()], least


def _continues(one: Line, other: Line) -> bool:
    """Whether a line stands beside the one before it, as cells of a table do."""
    return abs(one.across - other.across) < _SAME * one.height and other.start >= one.end


def properties(document: Any) -> dict[str, str]:
    """What a PDF says of itself: title, author and the like, white space put in order."""
    return {
        name.lower(): " ".join(str(value).split())
        for name, value in document.get_metadata_dict(skip_empty=True).items()
    }
