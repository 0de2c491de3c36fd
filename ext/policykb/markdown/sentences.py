"""Sentences of running text, with their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.markdown.inline import Inline

_UNIT = lazy(r"(?:^|\n)[ \t]*(?:\n|$)|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
_HEADING = lazy(r"[ \t]*#{1,6}[ \t]")
_MARKER = lazy(r"\s*(?:(?:[-*+]|\d+[.)])[ \t]+)?")
_END = lazy(r"[.!?][\"'”’)]*(?=\s+[A-Z0-9\"'“‘(\ue000])|[。！？](?![」』）])")
_ABBREVIATION = lazy(r"(?:\b(?:Dr|Mr|Ms|Mrs|St|No|vs|etc|e\.g|i\.e|U\.S|Inc|Ltd|Co)|\b[A-Z])\.$")

LONGEST = 8
"""More characters than an abbreviation and what stands before it have."""


def sentences(
    text: str, start: int, stop: int, inlines: Sequence[Inline] = ()
) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in ``text[start:stop]``; a list item or table row without a
    full stop counts as one, headings do not count."""
    chars = list(text[start:stop])
    for item in inlines:
        for at in range(max(item.start, start), min(item.end, stop)):
            chars[at - start] = " " if item.kind in ("comment", "note") else "\ue000"
    masked = "".join(chars)
    for first, last in _units(masked):
        at = first
        for end in [*_ends(masked, first, last), last]:
            begin = at + len(masked[at:end]) - len(masked[at:end].lstrip())
            close = at + len(masked[at:end].rstrip())
            if any(char.isalnum() or char == "\ue000" for char in masked[begin:close]):
                yield start + begin, start + close
            at = end


def _units(masked: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and list items, without their markers; headings left out."""
    at = 0
    for end, after in [*(match.span() for match in _UNIT().finditer(masked)), (len(masked),) * 2]:
        if end > at:
            while (heading := _HEADING().match(masked, at, end)) is not None:
                line = masked.find("\n", heading.end(), end)
                at = end if line < 0 else line + 1
            marker = _MARKER().match(masked, at, end)
            first = marker.end() if marker else at
            if first < end:
                yield first, end
        at = after


def _ends(masked: str, first: int, last: int) -> Iterator[int]:
    for match in _END().finditer(masked, first, last):
        near = masked[max(first, match.start() - LONGEST) : match.end()]
        if not _ABBREVIATION().search(near.rstrip("\"'”’)")):
            yield match.end()
