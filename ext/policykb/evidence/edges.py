"""Where a run of a quotation may begin and end: at word boundaries, never inside a number."""

from __future__ import annotations

import re
import unicodedata

from policykb.evidence.lazy import lazy
from policykb.evidence.normalise import is_cjk
from policykb.values.number_words import WORDS

CURRENCY_BEFORE = (
    r"(?:(?:US|AU?|CA?|NT|HK|S|R|NZ)?[$]|[€£¥₩₹]|(?:USD|JPY|EUR|GBP|KRW|TWD|CNY|CHF|SGD|INR)\s?)"
)
CURRENCY_AFTER = (
    r"(?:円|ドル|ユーロ|ポンド|ウォン|元|[€£¥₩]|(?:Japanese |US |U\.S\. )?"
    r"(?:yen|dollars?|euros?|pounds?|won|yuan|USD|JPY|EUR|GBP|KRW|TWD|CNY|CHF)\b)"
)
SCALE = r"(?:hundred\b|thousand\b|million\b|billion\b|trillion\b|bn\b|mn\b|tn\b|[百千万億兆])"
PERCENT = r"(?:%|percent\b|per cent\b|パーセント)"

_NUMBER = lazy(
    rf"(?:(?<!\w)[-+−])?{CURRENCY_BEFORE}?"
    r"(?:(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)"
    r"(?:[.,:/'’‐-―-]\d+)*"
    rf"(?:\s?{SCALE})*(?:[\s-]?{PERCENT}|[\s-]?{CURRENCY_AFTER}|[年月日])?"
)
_NUMERIC = re.compile(r"[\d$€£¥₩₹%.,:/+'’−–-]").search
_DIGIT = re.compile(r"\d").search
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_UNITS = frozenset(
    "yen dollar dollars euro euros pound pounds won yuan percent per usd jpy eur gbp".split()
)
_FIRST_WORD = lazy(r"[- ]*([A-Za-z]+)")
_ALTERING = ("non", "un", "anti", "ex", "pre", "post", "quasi", "pseudo", "semi", "half")
_WINDOW = 40


def is_word(char: str) -> bool:
    """Whether a character is part of a word."""
    return char.isalnum() or char == "_" or (char > "\u02ff" and unicodedata.combining(char) != 0)


def fault(text: str, start: int, end: int, low: int, high: int) -> str | None:
    """What is wrong with the ends of ``text[start:end]``, which stands in the paragraph
    ``text[low:high]``: ``word``, ``number`` or None."""
    begins = start > low
    ends = end < high
    if (begins and _inside_number(text, start, low, high)) or (
        ends and _inside_number(text, end, low, high)
    ):
        return "number"
    if (begins and _inside_word(text, start)) or (ends and _inside_word(text, end)):
        return "word"
    return None


def extend(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The shortest run around ``text[start:end]`` whose ends are sound."""
    while start > low and fault(text, start, end, low, end):
        start -= 1
    while end < high and fault(text, start, end, start, high):
        end += 1
    return start, end


def _inside_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return False
    if is_word(before) and is_word(after):
        return not (is_cjk(before) or is_cjk(after))
    if before in "'’" and after.isalpha():
        return at > 1 and text[at - 2].isalpha()
    if after in "'’" and before.isalpha():
        rest = text[at + 1 : at + 3]
        return rest[:1].isalpha() and not (rest[0] in "sS" and not rest[1:2].isalpha())
    if before in "-‐‑" and after.isalpha():
        return _altering(text[max(0, at - 8) : at - 1])
    if after in "-‐‑" and before.isalpha():
        return _altering(text[max(0, at - 7) : at]) and text[at + 1 : at + 2].isalpha()
    return False


def _altering(left: str) -> bool:
    word = re.search(r"[^\W\d_]*$", left)
    return word is not None and word[0].lower() in _ALTERING


def _inside_number(text: str, at: int, low: int, high: int) -> bool:
    first, last = max(low, at - _WINDOW), min(high, at + _WINDOW)
    if _NUMERIC(text, max(low, at - 2), min(high, at + 2)) and _DIGIT(text, first, last):
        for match in _NUMBER().finditer(text, first, last):
            if match.start() < at < match.end():
                return True
            if match.start() >= at:
                break
    if text[at - 1] in " -" or text[at] in " -":
        return _between_words(text, at)
    return False


def _between_words(text: str, at: int) -> bool:
    """Whether words of one number stand on both sides (nine | hundred, twenty-|one, 20 | per cent,
    500 billion | yen)."""
    left = text[max(0, at - 12) : at].rstrip("- ").replace("-", " ").rsplit(" ", 1)[-1].lower()
    if left not in WORDS and left not in _SCALES and not left[-1:].isdigit():
        return False
    hyphen = "-" in text[at - 1 : at + 1]
    right = _FIRST_WORD().match(text, at)
    word = right[1].lower() if right else ""
    return word in _SCALES or word in _UNITS or (hyphen and word in WORDS)
