"""Whether a sentence says what stands in it: denial, hedges and limits, on the side where the
language puts them."""

from __future__ import annotations

import re

from policykb.evidence.passage import Passage, Sentence

Span = tuple[int, int]

_WORDS = re.compile(r"[^\s,;:]+")
NEAR, FAR = 2, 3
"""Words before a value, and before a word of a vocabulary, in which what unsays it stands."""
BEFORE_NUMBER = 5
REACH = 60
"""Characters on both sides of a value in which what unsays it stands."""


def words_before(text: str, low: int, at: int, count: int) -> int:
    """Where the last words of ``text[low:at]`` begin."""
    low = max(low, at - REACH)
    words = list(_WORDS.finditer(text, low, at))
    return words[-count].start() if len(words) >= count else low


def denied(passage: Passage, span: Span, words: int = NEAR) -> bool:
    """Whether what stands at a span of the text is denied there."""
    (at, to), sentence = span, passage.sentence(span[0])
    if not sentence.is_plain and _is_denied_before(passage, sentence, at, words):
        return True
    return _goes_on(passage, sentence, to, "denial", "behind")


def _is_denied_before(passage: Passage, sentence: Sentence, at: int, words: int) -> bool:
    if any(end == at for _, end in sentence.near(at, "denial", "attached")):
        return True
    signs = sentence.near(at, "denial", "before")
    if words == FAR:
        signs += sentence.near(at, "denial", "verb")
    first = words_before(passage.text, sentence.low, at, words) if signs else 0
    bounds = sentence.near(at, "denial", "except") if signs else ()
    return any(
        first <= sign[0] and sign[1] <= at and not _is_within(sign, bounds) for sign in signs
    )


def _is_within(span: Span, others: tuple[Span, ...]) -> bool:
    return any(low <= span[0] and span[1] <= high for low, high in others)


def _goes_on(passage: Passage, sentence: Sentence, to: int, *table: str) -> bool:
    """Whether words of a table stand right behind an offset."""
    after = passage.lower[to : min(sentence.high, to + REACH)]
    return passage.known.pattern(*table).match(after) is not None


def unreal(passage: Passage, span: Span) -> bool:
    """Whether what stands at a span is still to come: *will*, *to* before it, 予定 behind it."""
    (at, to), sentence = span, passage.sentence(span[0])
    first = words_before(passage.text, sentence.low, at, FAR)
    if passage.known.spans(("hedge", "before"), passage.lower, passage.words, first, at):
        return True
    return _goes_on(passage, sentence, to, "hedge", "behind")


def hedged(passage: Passage, span: Span, *, said: bool = False, numeric: bool = False) -> bool:
    """Whether the source's sentence is conditional, reported or negated elsewhere. ``said``: the
    record tells who says so."""
    (at, to), sentence = span, passage.sentence(span[0])
    if sentence.is_plain or sentence.asks:
        return sentence.asks
    for table in ("anywhere", "exactly") if said else ("anywhere", "exactly", "reported", "says"):
        for start, end in sentence.near(at, "hedge", table):
            if end <= at or (start >= to and table != "says"):
                return True
    marks = sentence.near(at, "hedge", "number") if numeric else ()
    first = words_before(passage.text, sentence.low, at, BEFORE_NUMBER) if marks else 0
    return any(first <= start and end <= at for start, end in marks)


def limited(passage: Passage, span: Span) -> bool:
    """Whether the source's sentence goes on, or began, outside the quotation with what undoes what
    stands at a span; or the next sentence does."""
    sentence = passage.sentence(span[0])
    found = passage.limited.get(sentence.number)
    if found is None:
        found = passage.limited[sentence.number] = _limited(passage, sentence)
    return found


def _limited(passage: Passage, sentence: Sentence) -> bool:
    low, high = sentence.low, sentence.high
    start = min((run[0] for run in passage.runs if run[1] > low), default=low)
    end = max((run[1] for run in passage.runs if run[0] < high), default=high)
    if any(to <= start for _, to in sentence.near(start, "limits", "began")):
        return True
    if any(at >= end for at, _ in sentence.near(end, "limits", "goes_on")):
        return True
    following = passage.within.sentences[sentence.number + 1 : sentence.number + 2]
    return any(
        one.low >= passage.end and any(at == one.low for at, _ in one.marks("limits", "next"))
        for one in following
    )
