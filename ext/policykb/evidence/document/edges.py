"""Where a run of a quotation may begin and end: at word boundaries, never inside a number.

An end is looked at in the text as it is compared, with what the source has on both sides: line
breaks, full width and other dashes hide nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from policykb.text import money
from policykb.text.normalize import fold_characters, is_cjk, normalize, takes_space
from policykb.text.number_words import KANJI, english_scales, number_words
from policykb.text.numerals import spans

_NEAR = 16
"""Characters on both sides of an end that tell whether it can be within a word or number."""

_REACH = 60
"""Characters on both sides that a number is read with; none is longer."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u2120\u2122]")
"""What stands between letters without parting them, and the marks ™ and ℠."""

_NUMBER_CHARS = frozenset(
    f"0123456789%‰‱٪±▲△▼~≈<>≤≥½¼¾{KANJI}割パ倍年月日分社件人米{money.first_characters()}"
)
_NUMBER_WORDS = (
    number_words()
    | frozenset(f"{word}s" for word in number_words())
    | english_scales().keys()
    | frozenset(f"{word}." for word in english_scales())
    | money.words_of_names()
    | frozenset(
        "dozen a an and to or of out in through up x half quarter thirds quarters fifths tenths"
        " times fold nt hk sg nz ca au c s r point points percent per percentage basis pc minus"
        " negative plus dozens couple score several few between rs us u.s".split()
    )
)
"""Words that can stand within a number, beside its digits."""

_ALTERING = frozenset("non un anti ex pre post quasi pseudo semi half vice co not never be".split())
_ALTERED = re.compile(r" ?(?:free|less)\b")


def is_word(char: str) -> bool:
    """Whether a character is part of a word."""
    return char.isalnum() or char == "_" or (char > "\u02ff" and unicodedata.combining(char) != 0)


def fault(text: str, start: int, end: int, low: int, high: int) -> str | None:
    """What is wrong with the ends of ``text[start:end]``, which stands in the paragraph
    ``text[low:high]``: ``word``, ``number`` or None."""
    found = [fault_at(text, at, low, high) for at in (start, end)]
    return "number" if "number" in found else found[0] or found[1]


def fault_at(text: str, at: int, low: int, high: int) -> str | None:
    """The same of one end."""
    if not low < at < high:
        return None
    near, place = _view(text, at, low, high, _NEAR)
    if _numeric(near, place) and _inside_number(*_view(text, at, low, high, _REACH)):
        return "number"
    return "word" if _inside_word(near, place) else None


def extend(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The shortest run around ``text[start:end]`` whose ends are sound, within reach."""
    first, last = max(low, start - _REACH), min(high, end + _REACH)
    while start > first and fault(text, start, end, low, end):
        start -= 1
    while end < last and fault(text, start, end, start, high):
        end += 1
    return start, end


def _view(text: str, at: int, low: int, high: int, reach: int) -> tuple[str, int]:
    """The text around an end as it is compared, and where in it the end lies."""
    first, last = max(low, at - reach), min(high, at + reach)
    piece = text[first:last]
    if piece.isascii() and "  " not in piece and "\n" not in piece and piece.isprintable():
        return piece, at - first
    return _compared(text[first:at], text[at:last])


@lru_cache(maxsize=1024)
def _compared(before: str, after: str) -> tuple[str, int]:
    """What stands before and behind an end, as compared, and where in it the end lies."""
    if not (before.isascii() and after.isascii()):
        before, after = _UNSEEN.sub("", before), _UNSEEN.sub("", after)
    left, right = normalize(before), normalize(after)
    if before[-1:].isspace():
        left += " " if takes_space(left[-1:], fold_characters(after[:1])) else ""
    elif after[:1].isspace() and takes_space(fold_characters(before[-1:]), right[:1]):
        right = " " + right
    return left + right, len(left)


def _inside_word(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
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


def _numeric(text: str, at: int) -> bool:
    """Whether what stands on both sides of an offset can belong to one number."""
    if not 0 < at < len(text):
        return False
    left = text[:at].rstrip(" -~")
    before = left[-1:]
    if before not in _NUMBER_CHARS and text[at - 1] not in "-+.,:/'~":
        if not before.isalnum() and before != ".":
            return False
        word = left.replace("-", " ").rsplit(" ", 1)[-1].lower()
        if word not in _NUMBER_WORDS and not word[-1:].isdecimal():
            return False
    right = text[at:].lstrip(" -~")
    after = right[:1]
    if after in _NUMBER_CHARS or text[at] in ".,:/'·・":
        return True
    word = right.replace("-", " ").split(" ", 1)[0].rstrip(".,;:)").lower()
    return word in _NUMBER_WORDS or after.isdecimal()
