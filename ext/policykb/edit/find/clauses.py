"""Sentences of a paragraph, and parts of them, for quotations that read as something said."""

from __future__ import annotations

import re
from collections.abc import Callable

from policykb.text.sentences import Span, lines_alone, split

_CLAUSE = re.compile(
    r"(?:,[\"'”’)]?\s+(?=[a-z])|[;:][\"'”’)]?\s+(?!\d)|(?<!\s)\s++[–—-]\s+(?!\d))|[、，；：]"
)


def sentences(text: str, low: int, high: int, language: str = "en") -> list[Span]:
    """The sentences of the paragraph ``text[low:high]``, each without its closing full stop."""
    part = text[low:high]
    found = split(part, language, lines_alone(part))
    bare = (_bare(text, low + start, low + end) for start, end in found)
    return [(start, end) for start, end in bare if start < end]


def shortest(text: str, span: Span, keeps: Callable[[Span], bool]) -> Span:
    """The span without needless clauses at its ends; ``keeps`` tells whether a shorter span will
    do."""
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
