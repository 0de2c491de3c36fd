"""The running text of a page: its paragraphs and list items, without markers and headings."""

import re
from collections.abc import Iterator, Sequence

from policykb.markdown.inline import Inline

_UNIT = re.compile(r"(?:^|\n)[ \t]*(?:\n|$)|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_MARKER = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])[ \t]+)?")
HIDDEN = "X"
"""Written over inlines: a letter, so that a sentence can begin with it."""


def running_text(
    text: str, start: int, stop: int, inlines: Sequence[Inline] = ()
) -> Iterator[tuple[int, str]]:
    """Each paragraph and list item of ``text[start:stop]`` that has words, with its offset in
    ``text``. Comments are blank; the other inlines are `HIDDEN`, letter by letter."""
    chars = list(text[start:stop])
    for item in inlines:
        for at in range(max(item.start, start), min(item.end, stop)):
            chars[at - start] = " " if item.kind in ("comment", "note") else HIDDEN
    masked = "".join(chars)
    for first, last in _units(masked):
        if any(map(str.isalnum, masked[first:last])):
            yield start + first, masked[first:last]


def _units(masked: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and list items, without their markers; headings left out."""
    at = 0
    for end, after in [*(match.span() for match in _UNIT.finditer(masked)), (len(masked),) * 2]:
        if end > at:
            while (heading := _HEADING.match(masked, at, end)) is not None:
                line = masked.find("\n", heading.end(), end)
                at = end if line < 0 else line + 1
            marker = _MARKER.match(masked, at, end)
            first = marker.end() if marker else at
            if first < end:
                yield first, end
        at = after
