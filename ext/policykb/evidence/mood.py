"""Whether a sentence says what stands in it: denial, hedges and limits, on the side where the
language puts them."""

from __future__ import annotations

import re

from policykb.evidence.passage import Passage
from policykb.text.lexicon import UNSPACED, Lexicon

Span = tuple[int, int]

_WORDS = re.compile(r"[^\s,;:]+")
_CLAUSE = re.compile(r"[;:]|, (?:and|but) ")
NEAR, FAR = 2, 3
"""Words before a value, and before a word of a vocabulary, in which what unsays it stands."""
BEHIND = 60


def before(text: str, low: int, at: int, count: int) -> str:
    """The last words of a sentence before an offset."""
    near = text[max(low, at - 60) : at]
    words = list(_WORDS.finditer(near))
    return near[words[-count].start() :] if len(words) >= count else near


def denied(passage: Passage, known: Lexicon, span: Span, words: int = NEAR) -> bool:
    """Whether what stands at a span of the text is denied there."""
    text, (at, to) = passage.text, span
    low, high = passage.sentence(at)
    if _attached(known, text[max(low, at - 16) : at]):
        return True
    first = max(low, at - 60)
    if known.pattern("denial", "before").search(text, first, at) and known.pattern(
        "denial", "before"
    ).search(before(text, low, at, words)):
        rest = known.pattern("denial", "except").sub("", before(text, low, at, words + 2))
        if known.pattern("denial", "before").search(before(rest, 0, len(rest), words)):
            return True
    if (
        words == FAR
        and known.pattern("denial", "verb").search(text, first, at)
        and known.pattern("denial", "verb").search(before(text, low, at, words))
    ):
        return True
    after = text[to : min(high, to + BEHIND)]
    return known.pattern("denial", "behind").match(after) is not None


def _attached(known: Lexicon, near: str) -> bool:
    ends = [found.end() for found in known.pattern("denial", "attached").finditer(near)]
    return ends[-1:] == [len(near)]


def unreal(passage: Passage, known: Lexicon, span: Span) -> bool:
    """Whether what stands at a span is still to come: *will*, *to* before it, 予定 behind it."""
    text, (at, to) = passage.text, span
    low, high = passage.sentence(at)
    if known.pattern("hedge", "before").search(before(text, low, at, FAR)):
        return True
    return known.pattern("hedge", "behind").match(text[to : min(high, to + BEHIND)]) is not None


def hedged(
    passage: Passage, known: Lexicon, span: Span, *, said: bool = False, numeric: bool = False
) -> bool:
    """Whether the source's sentence is conditional, reported or negated elsewhere. ``said``: the
    record tells who says so."""
    text, (at, to) = passage.text, span
    low, high = passage.sentence(at)
    if passage.within.is_plain(known, low, high):
        return False
    for table, stop in (("anywhere", high), ("exactly", high), ("reported", high), ("says", at)):
        if said and table in ("reported", "says"):
            continue
        for start, end in passage.within.marks(known, table, low, high):
            if end <= stop and (end <= at or start >= to):
                return True
    if text[max(low, high - 3) : high].rstrip("\"'）)」』").endswith(("?", "？")):
        return True
    if numeric:
        near = before(text, low, at, 5)
        return known.pattern("hedge", "number").search(near) is not None
    return False


def limited(passage: Passage, known: Lexicon, span: Span) -> bool:
    """Whether the source's sentence goes on, or began, outside the quotation with what undoes what
    stands at a span; or the next sentence does."""
    text = passage.text
    low, high = passage.sentence(span[0])
    start = min((run[0] for run in passage.runs if run[1] > low), default=low)
    end = max((run[1] for run in passage.runs if run[0] < high), default=high)
    if start > low and known.pattern("limits", "began").search(text, low, start):
        return True
    if end < high and known.pattern("limits", "goes_on").search(text, end, high):
        return True
    following = passage.within.sentence(span[0]) + 1
    if following >= len(passage.within.sentences):
        return False
    at = passage.within.sentences[following][0]
    return at >= passage.end and known.pattern("limits", "next").match(text, at) is not None


def is_spaced(known: Lexicon) -> bool:
    """Whether the language parts words."""
    return known.language not in UNSPACED
