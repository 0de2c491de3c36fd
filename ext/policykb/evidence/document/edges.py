"""Where a run of a quotation may begin and end: at word boundaries, never inside a number.

An end is looked at in the text as it is compared, with what the source has on both sides.
"""

import re
import unicodedata

from policykb.text.normalize import is_cjk
from policykb.text.number_words import KANJI, number_words
from policykb.text.numerals import spans

_NEAR = 16
"""Characters on both sides of an end that tell whether it can be within a word or number."""

_REACH = 60
"""Characters on both sides that a number is read with; none is longer."""

_FIGURES = re.compile(rf"[\d{KANJI}½¼¾]")

_ALTERING = frozenset("non un anti ex pre post quasi pseudo semi half vice co not never be".split())
_ALTERED = re.compile(r" ?(?:free|less)\b")


def is_word(char: str) -> bool:
    """Whether a character is part of a word."""
    return char.isalnum() or char == "_" or (char > "\u02ff" and unicodedata.combining(char) != 0)


Ends = dict[int, str | None]
"""By place in a text, what is wrong with a run that begins or ends there."""


def fault(
    text: str, start: int, end: int, low: int, high: int, known: Ends | None = None
) -> str | None:
    """What is wrong with the ends of ``text[start:end]``, which stands in the paragraph
    ``text[low:high]``: ``word``, ``number`` or None. What is ``known`` is not looked at again."""
    known = {} if known is None else known
    for at in (start, end):
        if at not in known:
            known[at] = _fault_at(text, at, low, high)
    return "number" if "number" in (known[start], known[end]) else known[start] or known[end]


def _fault_at(text: str, at: int, low: int, high: int) -> str | None:
    """The same of one end."""
    if not low < at < high:
        return None
    first = max(low, at - _REACH)
    wide, place = text[first : min(high, at + _REACH)], at - first
    near = wide[max(0, place - _NEAR) : place + _NEAR]
    if _has_number(near) and _inside_number(wide, place):
        return "number"
    return "word" if _inside_word(wide, place) else None


def extend(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The shortest run around ``text[start:end]`` whose ends are sound, within reach."""
    first, last = max(low, start - _REACH), min(high, end + _REACH)
    while start > first and fault(text, start, end, low, end):
        start -= 1
    while end < last and fault(text, start, end, start, high):
        end += 1
    return start, end


def _inside_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == " ":
        return text[at - 2 : at - 1] == "-" and _altering(text[max(0, at - 9) : at - 2])
    if after == " ":
        return False
    if is_word(before) and is_word(after):
        return not (is_cjk(before) or is_cjk(after))
    if before in "'’" and after.isalpha():
        return at > 1 and text[at - 2].isalpha()
    if after in "'’" and before.isalpha():
        rest = text[at + 1 : at + 3]
        return rest[:1].isalpha() and not (rest[0] in "sS" and not rest[1:2].isalpha())
    if before == "-" and after.isalpha():
        return _altering(text[max(0, at - 8) : at - 1])
    if after == "-" and before.isalpha():
        return (
            _altering(text[max(0, at - 7) : at]) and text[at + 1 : at + 2].isalpha()
        ) or _ALTERED.match(text, at + 1) is not None
    return False


def _altering(left: str) -> bool:
    word = re.search(r"[^\W\d_]*$", left)
    return word is not None and word[0].lower() in _ALTERING


def _inside_number(text: str, at: int) -> bool:
    return any(start < at < end for start, end in spans(text))


def _has_number(text: str) -> bool:
    """Whether a text has a figure or a word for a number, as few have around their ends."""
    if _FIGURES.search(text):
        return True
    words = text.lower().replace("-", " ").split()
    return not number_words().isdisjoint(words)
