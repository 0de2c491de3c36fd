"""Sentences and clauses of a paragraph, for quotations that read as something said."""

from __future__ import annotations

import re
from collections.abc import Callable

_SENTENCE = re.compile(r"(?<=[.!?])([\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[^\W\da-z_])|(?<=[。！？])")
_NO_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Inc|Co|Ltd|Corp|Dr|Mr|Ms|Mrs|Prof|St|No|vs|etc|approx|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_CLAUSE = re.compile(
    r"(?:,[\"'”’)]?\s+(?=[a-z])|[;:][\"'”’)]?\s+(?!\d)|(?<!\s)\s++[–—-]\s+(?!\d))|[、，；：]"
)

Span = tuple[int, int]


def sentences(text: str, low: int, high: int) -> list[Span]:
    """The sentences of the paragraph ``text[low:high]``, each without its closing full stop."""
    found: list[Span] = []
    start = low
    for match in _SENTENCE.finditer(text, low, high):
        if not _NO_END.search(text, max(low, match.start() - 8), match.start()):
            found.append((start, match.end(1) if match[1] else match.start()))
            start = match.end()
    found.append((start, high))
    return [bare for span in found if (bare := _bare(text, *span))[0] < bare[1]]


def shortest(text: str, span: Span, keeps: Callable[[Span], bool]) -> Span:
    """The span without the clauses at its ends that it can do without: ``keeps`` tells whether a
    span still says what is wanted."""
    start, end = span
    cuts = [match.span() for match in _CLAUSE.finditer(text, start, end)]
    for _, after in reversed(cuts):
        if keeps(_bare(text, after, end)):
            start = after
            break
    for before, _ in cuts:
        if before > start and keeps(_bare(text, start, before)):
            end = before
            break
    return _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.。"):
        end -= 1
    return start, end
