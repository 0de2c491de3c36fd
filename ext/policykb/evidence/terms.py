"""Vocabulary values, shown by a whole phrase that nothing before it unsays."""

from __future__ import annotations

from policykb.evidence.document.quotation import Quotation
from policykb.evidence.senses import is_another
from policykb.text.lazy import lazy
from policykb.text.normalize import is_cjk
from policykb.values.term import Vocabulary

_UNSAID = frozenset(
    "to will would shall should may might could must can let please gonna wants want wanted hopes "
    "hope hoping".split()
)
_DENIED = frozenset(
    "not no never cannot without neither nor none nobody nothing if unless whether instead rather "
    "once isnt wasnt dont didnt wont hasnt cant deny denies denied fail fails failed cease ceases "
    "ceased stop stops stopped refuse refuses refused reject rejects rejected withdrew dropped "
    "scrapped abandoned".split()
)
_CONTRACTED = ("n't", "n\u00b4t", "n`t")
_FUTURE = ("'ll", "'d")
_SHORT = frozenset(
    "inc co corp ltd dr mr mrs ms prof st no vs cf e.g i.e etc jan feb mar apr jun jul aug sep "
    "sept oct nov dec dept fig approx u.s u.k".split()
)
"""Words that end in a dot within a sentence."""
_MARKS = "\"'(),:;.!?[]{}*_"
_NEAR = 80
_ASKED = lazy(r"[^.;!?]*\?")
"""The rest of a question."""
_GOES_ON = "いらか"
"""What makes a wish, a condition or a question of a finished Japanese verb."""


def shows(quote: Quotation, vocabulary: Vocabulary, value: str) -> bool:
    """Whether a quotation shows a vocabulary value.

    One of the value's phrases stands in it in the sense meant, and in the three words before,
    within the sentence (of the source, where the quotation is cut), stands no *to*, *will* or
    *not* (or a word that says the same); for a value that speaks of the future only *not* counts.
    """
    future = value in vocabulary.future
    lower = quote.lower
    asks = "?" in lower
    for phrase in vocabulary.phrases[value]:
        at = lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if (
                _whole(lower, at, end)
                and not is_another(lower, phrase, at, end)
                and not (asks and _ASKED().match(lower, end))
                and not _unsaid(quote, at, future)
            ):
                return True
            at = lower.find(phrase, end)
    return False


def _whole(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1 : at], text[end : end + 1]
    if text[at] > "\u10ff" and is_cjk(text[at]):
        return not after or after not in _GOES_ON
    return not (before.isalnum() or before == "-" or after.isalnum() or after == "-")


def _unsaid(quote: Quotation, at: int, future: bool) -> bool:
    following = quote.text[at : at + 1]
    for word in reversed(quote.before(at)[-_NEAR:].rsplit(None, 3)[-3:]):
        if word.isalpha():
            if word != "May" and _unsays(word.lower(), future):
                return True
            following = word[0]
            continue
        if word[-1] in ".;!?\"')]" and _ends(word, following):
            return False
        following = word.lstrip(_MARKS)[:1]
        plain = word.strip(_MARKS).lower()
        if _unsays(plain, future) or _shortened(plain, future):
            return True
        if ("-" in plain or "/" in plain) and any(
            _unsays(part, future) for part in plain.replace("/", "-").split("-")
        ):
            return True
    return False


def _unsays(word: str, future: bool) -> bool:
    return word in _DENIED or (not future and word in _UNSAID)


def _shortened(word: str, future: bool) -> bool:
    """Whether a word is one with *not*, *will* or *would* drawn into it."""
    return word.endswith(_CONTRACTED) or (not future and word.endswith(_FUTURE))


def _ends(word: str, following: str) -> bool:
    """Whether a sentence ends with a word: a dot ends one only before a capital, and not behind a
    shortened word."""
    bare = word.rstrip("\"')]")
    if bare[-1:] in ("!", "?", ";"):
        return True
    if bare[-1:] != "." or following.islower():
        return False
    return bare.strip(_MARKS).lower() not in _SHORT
