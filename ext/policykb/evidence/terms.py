"""Vocabulary values, shown by a whole phrase that nothing before it unsays."""

from __future__ import annotations

from policykb.evidence.quotation import Quotation
from policykb.values.term import Vocabulary

_UNSAID = frozenset(("to", "will", "would", "shall", "should", "may", "might", "could"))
_DENIED = frozenset(("not", "no", "never", "cannot", "without"))
_STOPPED = tuple(f"{stop}{mark}" for stop in ".;!?" for mark in "\"')]")
_NEAR = 80


def shows(quote: Quotation, vocabulary: Vocabulary, value: str) -> bool:
    """Whether a quotation shows a vocabulary value.

    One of the value's phrases stands in it, and in the three words before, within the sentence
    (of the source, where the quotation is cut), stands no *to*, *will* or *not* (or a word that
    says the same); for a value that speaks of the future only *not* counts.
    """
    future = value in vocabulary.future
    lower = quote.lower
    for phrase in vocabulary.phrases[value]:
        at = lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if _whole(lower, at, end) and not _unsaid(quote, at, future):
                return True
            at = lower.find(phrase, end)
    return False


def _whole(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1 : at], text[end : end + 1]
    return not (before.isalnum() or before == "-" or after.isalnum() or after == "-")


def _unsaid(quote: Quotation, at: int, future: bool) -> bool:
    for word in reversed(quote.before(at)[-_NEAR:].replace("-", " ").split()[-3:]):
        if word[-1] in ".;!?" or word.endswith(_STOPPED):
            return False
        word = word.strip("\"'(),:[]")
        if word != "May":
            word = word.lower()
        if word in _DENIED or word.endswith("n't") or (not future and word in _UNSAID):
            return True
    return False
