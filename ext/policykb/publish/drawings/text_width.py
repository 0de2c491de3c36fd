"""How wide words come out in a drawing, and how they are set in lines.

A drawing is made before anyone knows the reader's font, so widths are those of the widest fonts in
use (DejaVu Sans and Verdana, in em), and East Asian characters are a full em wide."""

import re
from functools import cache
from unicodedata import east_asian_width

_NARROW = frozenset("ijlItfrJ.,:;'’‘|!()[]/- ")
_BROAD = frozenset("mwMWQ@%&—…")
BOLD = 1.12
"""How much wider bold letters are."""

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(rf"\s*(?:[{_WIDE}]|[^\s{_WIDE}]+)")
"""What stays on one line: a word, or one East Asian character."""


def width(text: str, size: float, weight: float = 1) -> float:
    """At most how wide a text is at this font size."""
    return sum(map(_em, text)) * size * weight


@cache
def _em(character: str) -> float:
    if east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.41
    if character in _BROAD:
        return 1.0
    return 0.79 if character.isupper() else 0.64


def lines(text: str, room: float, size: float, most: int = 1, weight: float = 1) -> list[str]:
    """The text in at most so many lines no wider than ``room``, cut with an ellipsis."""
    found = [""]
    pieces: list[str] = _PIECE.findall(text)
    for at, piece in enumerate(pieces):
        longer = found[-1] + piece if found[-1] else piece.lstrip()
        if width(longer, size, weight) > room and found[-1] and len(found) < most:
            found.append("")
            longer = piece.lstrip()
        if width(longer, size, weight) > room:
            found[-1] = _cut("".join([longer, *pieces[at + 1 :]]), room, size, weight)
            break
        found[-1] = longer
    return found


def _cut(text: str, room: float, size: float, weight: float) -> str:
    """As much of a text as fits with an ellipsis, whole words where that leaves most of it."""
    end = len(text)
    while end and width(text[:end] + "…", size, weight) > room:
        end -= 1
    space = text.rfind(" ", 0, end + 1)
    if space > 0.6 * end:
        end = space
    return text[:end].rstrip(" ,;:–—-") + "…"
