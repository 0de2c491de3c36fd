"""Free text, shown by its words."""

from __future__ import annotations

from functools import lru_cache

from policykb.evidence.lazy import lazy
from policykb.evidence.normalise import is_cjk, normalise

_NUMBER = lazy(r"[$€£¥]?\d+(?:[.,]\d+)*(?: ?%)?")
_WORD = lazy(r"[^\W\d_]+")
_APART = " ;:()\"'"
_LIGHT = frozenset("a an and at by for from in of on or the to with".split())


def shows(lower: str, value: str) -> bool:
    """Whether every word of a text stands in a quotation (normalised, lower case); a number with
    all that belongs to it."""
    whole = value.lower()
    at = lower.find(whole)
    if at >= 0 and _bounded(lower, at, at + len(whole)):
        return True
    words, numbers, plain = _wanted(value)
    for word in words:
        if not _stands(lower, word):
            return False
    for number in numbers:
        if number.strip("%$€£¥") not in lower or number not in _numbers(lower):
            return False
    return plain is None or plain in lower


def _bounded(lower: str, at: int, end: int) -> bool:
    """Whether a stretch surely begins and ends with a word or number of its own."""
    before, after, next_but_one = lower[at - 1 : at], lower[end : end + 1], lower[end + 1 : end + 2]
    if (before and before not in _APART) or (after and after not in _APART and after not in ",."):
        return False
    return not lower[end - 1].isdigit() or not (next_but_one == "%" or next_but_one.isdigit())


def _stands(lower: str, word: str) -> bool:
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        if not (lower[at - 1 : at].isalpha() or lower[end : end + 1].isalpha()):
            return True
        at = lower.find(word, end)
    return False


@lru_cache(maxsize=4096)
def _wanted(value: str) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """The words and numbers that must stand in the quotation; or, for Chinese and Japanese, the
    whole text."""
    plain = normalise(value).lower()
    if any(is_cjk(char) for char in plain):
        return (), (), plain
    numbers = _numbers(plain)
    words = dict.fromkeys(_WORD().findall(plain))
    weighty = tuple(word for word in words if word not in _LIGHT)
    if not numbers and not words:
        return (), (), plain
    return weighty or (() if numbers else tuple(words)), numbers, None


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(number.replace(" ", "") for number in _NUMBER().findall(text))
