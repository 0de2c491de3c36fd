"""Whether a sentence says what stands in it: denial, hedges and limits, on the side where the
language puts them."""

import re
from functools import lru_cache

from policykb.evidence.passage import Passage, Sentence

Span = tuple[int, int]

_WORDS = re.compile(r"[^\s,;:]+")
_CLAUSE = re.compile(r"[,;:、]")

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


def _before(sentence: Sentence, at: int, words: int, *table: str) -> list[Span]:
    """Where words of a table stand among the last words before an offset."""
    signs = [sign for sign in sentence.near(at, *table) if at - REACH <= sign[0] and sign[1] <= at]
    if not signs:
        return signs
    first = words_before(sentence.within.text, sentence.low, at, words)
    return [sign for sign in signs if first <= sign[0]]


def _goes_on(sentence: Sentence, to: int, *table: str) -> bool:
    """Whether words of a table stand right behind an offset."""
    within = sentence.within
    after = within.lower[to : min(sentence.high, to + REACH)]
    return within.known.pattern(*table).match(after) is not None


def denied(sentence: Sentence, span: Span, words: int = NEAR) -> bool:
    """Whether what stands at a span of a sentence is denied there."""
    if not sentence.is_plain and _is_denied_before(sentence, span[0], words):
        return True
    return _goes_on(sentence, span[1], "denial", "behind")


def _is_denied_before(sentence: Sentence, at: int, words: int) -> bool:
    if any(end == at for _, end in sentence.near(at, "denial", "attached")):
        return True
    signs = _before(sentence, at, words, "denial", "before")
    if words == FAR:
        signs += _before(sentence, at, words, "denial", "verb")
    bounds = sentence.near(at, "denial", "except") if signs else ()
    return any(
        not any(low <= sign[0] and sign[1] <= high for low, high in bounds) for sign in signs
    )


def shirked(sentence: Sentence, at: int, to: int) -> bool:
    """Whether a verb says that something is not done (*declined*, *failed*): before ``at``, or
    behind ``to`` in a language that says so last."""
    if sentence.is_plain:
        return False
    before, last = sentence.marks("denial", "verb"), sentence.marks("denial", "last")
    return any(end <= at for _, end in before) or any(start >= to for start, _ in last)


def unreal(sentence: Sentence, span: Span) -> bool:
    """Whether what stands at a span is still to come: *will*, *to* before it, 予定 behind it."""
    (at, to), within = span, sentence.within
    first = words_before(within.text, sentence.low, at, FAR)
    # Looked for up to the value alone: some of the words are those that go on up to it.
    if within.known.spans(("hedge", "before"), within.lower, within.words, first, at):
        return True
    return _goes_on(sentence, to, "hedge", "behind")


def hedged(
    sentence: Sentence,
    span: Span,
    *,
    said: bool = False,
    numeric: bool = False,
    speaker: bool = False,
) -> bool:
    """Whether the source's sentence is conditional, reported or negated elsewhere. ``said``: the
    record tells who says so; ``speaker``: the value may be of who speaks in it, whom what is said
    does not hedge."""
    if sentence.is_plain or sentence.asks:
        return sentence.asks
    at, to = span
    end = _said_from(sentence, to) if speaker else sentence.high
    for table in ("anywhere", "exactly") if said else ("anywhere", "exactly", "reported", "says"):
        for start, stop in sentence.near(at, "hedge", table):
            if stop <= at or (to <= start < end and table != "says"):
                return True
    return numeric and bool(_before(sentence, at, BEFORE_NUMBER, "hedge", "number"))


def _said_from(sentence: Sentence, to: int) -> int:
    """Where what somebody says begins behind an offset."""
    speech = (end for at, end in sentence.near(to, "speech") if at >= to)
    return min(speech, default=sentence.high)


def left(sentence: Sentence, low: int, span: Span) -> bool:
    """Whether words between ``low`` and a span, in one clause, or right behind it say that the
    office or the body at it was left, or is not held."""
    text, (at, to) = sentence.within.text, span
    return any(
        low <= start and end <= at and not _CLAUSE.search(text, end, at)
        for start, end in sentence.near(at, "left", "before")
    ) or _goes_on(sentence, to, "left", "behind")


def is_right_behind(sentence: Sentence, at: int, *table: str) -> bool:
    """Whether an offset is right behind words of a table."""
    found = sentence.near(at, *table)
    return bool(found) and any(0 <= at - to <= 1 for _, to in found)


def rests_on(sentence: Sentence, span: Span) -> bool:
    """Whether words beside a name make of it what something else rests on, or set it apart."""
    for table in ("basis", "before"), ("denial", "attached"):
        if is_right_behind(sentence, span[0], *table):
            return True
    return _goes_on(sentence, span[1], "basis", "behind")


def is_counted_from(sentence: Sentence, to: int) -> bool:
    """Whether a day that ends at an offset is the one that another is counted from: の翌日."""
    return _goes_on(sentence, to, "altering", "day", "behind")


@lru_cache(maxsize=64)
def limited(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence of the source goes on, or began, outside the quotation with what undoes
    what it says; or the next sentence does."""
    low, high = sentence.low, sentence.high
    start = min((run[0] for run in passage.runs if run[1] > low), default=low)
    end = max((run[1] for run in passage.runs if run[0] < high), default=high)
    if start > low and any(to <= start for _, to in sentence.near(start, "limits", "began")):
        return True
    # A full stop alone is no more of the sentence.
    more = end < high - 1
    if more and any(at >= end for at, _ in sentence.near(end, "limits", "goes_on")):
        return True
    following = passage.paragraph.sentences[sentence.number + 1 : sentence.number + 2]
    return any(
        one.low >= passage.end and any(at == one.low for at, _ in one.marks("limits", "next"))
        for one in following
    )
