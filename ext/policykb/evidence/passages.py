"""The paragraphs of a source."""

from __future__ import annotations

from policykb.lazy import lazy

_BREAK = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_LINE = lazy(rf"{_BREAK}[^\S\r\n]*{_BREAK}\s*")
_BLANK_LINE_LF = lazy(r"\n[^\S\n]*\n\s*")
_LINE = lazy(r"[\r\n]\s*")


def paragraphs(text: str, separator: str = "blank-line") -> list[tuple[int, int]]:
    """Start and end offsets of each paragraph, white space at the ends left out, empty ones
    dropped. ``separator`` is ``blank-line`` or ``line``; the first paragraph has number 1."""
    if separator == "line":
        pattern = _LINE
    elif "\r" in text:
        pattern = _BLANK_LINE
    else:
        pattern = _BLANK_LINE_LF
    found: list[tuple[int, int]] = []
    start = 0
    for match in pattern().finditer(text):
        _add(text, start, match.start(), found)
        start = match.end()
    _add(text, start, len(text), found)
    return found


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
