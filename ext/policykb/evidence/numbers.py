"""Numbers as prose writes them: digits, words, groups, percentages, scaled amounts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from policykb.evidence import dates
from policykb.evidence.edges import CURRENCY_BEFORE
from policykb.evidence.lazy import lazy
from policykb.values.number import Number
from policykb.values.number_words import GROUPS, WORDS

_SCALE = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
}
_JAPANESE = {"千": 3, "万": 4, "億": 8, "兆": 12}
_PERCENT = r"(?P<pc>[ -]?(?:%|percent(?!age| point)\b|per cent\b|パーセント))?"
_RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f"
_DIGITS = lazy(
    rf"(?<![\w.,:/])(?<![A-Za-z0-9]-)(?P<sign>-)?{CURRENCY_BEFORE}?"
    r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<ja>(?:[千万億兆]\d*)+)?"
    r"(?:(?P<scale>(?:[ -](?:hundred|thousand|million|billion|trillion))+|[ ]?(?:mn|bn|tn))\b)?"
    rf"{_PERCENT}(?![\d:/{_RAISED}]|[.,]\d|-\d|[A-Za-z](?!\w*円))"
)
_WORD = f"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))}|thousand|million|billion|trillion)"
_WORDS = lazy(
    rf"(?<![\w-])(?P<w>(?:an? (?=hundred|thousand|million|billion|trillion|dozen))?{_WORD}"
    rf"(?:(?:[ -]| and ){_WORD})*|{'|'.join(GROUPS)}){_PERCENT}(?!\w|-(?:{_WORD})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text; ``at`` and ``to`` enclose it."""

    amount: Decimal
    percent: bool
    at: int
    to: int


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Figure, ...]:
    """All numbers in a normalised text that are no part of a date; "one of" counts nothing."""
    found: list[Figure] = []
    days = Covered((day.at, day.to) for day in dates.read(text))
    for match in _DIGITS().finditer(text):
        if not days.touches(match.start("n"), match.end("n")):
            found.append(Figure(_amount(match), bool(match["pc"]), match.start(), match.end()))
    digits = Covered((figure.at, figure.to) for figure in found)
    for match in _WORDS().finditer(text):
        amount = _spelled(match["w"].lower())
        if amount is None or (amount == 1 and text[match.end() :].startswith(" of")):
            continue
        if digits.touches(*match.span()):
            continue
        found.append(Figure(Decimal(amount), bool(match["pc"]), match.start(), match.end()))
    return tuple(sorted(found, key=lambda figure: figure.at))


def shows(text: str, value: Number) -> bool:
    """Whether a normalised text shows a number."""
    return any(
        figure.amount == value.amount and figure.percent == value.percent for figure in read(text)
    )


class Covered:
    """The parts of a text that are taken; looked up in the logarithm of their number."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.reach: list[int] = []
        for at, to in sorted(spans):
            self.starts.append(at)
            self.reach.append(max(to, self.reach[-1]) if self.reach else to)

    def touches(self, at: int, to: int) -> bool:
        """Whether any of ``[at, to)`` is taken."""
        before = bisect_left(self.starts, to)
        return before > 0 and self.reach[before - 1] > at

    def hold(self, at: int, to: int) -> bool:
        """Whether one of the parts has all of ``[at, to)`` in it."""
        before = bisect_right(self.starts, at)
        return before > 0 and self.reach[before - 1] >= to


def _amount(match: re.Match[str]) -> Decimal:
    amount = Decimal(match["n"].replace(",", ""))
    if match["ja"]:
        parts = re.findall(r"([千万億兆])(\d*)", match["ja"])
        total, last = amount.scaleb(_JAPANESE[parts[0][0]]), parts[0][1]
        for scale, digits in parts[1:]:
            total += Decimal(last or 1).scaleb(_JAPANESE[scale])
            last = digits
        amount = total + (Decimal(last) if last else 0)
    for word in re.findall(r"[a-z]+", match["scale"] or ""):
        amount = amount.scaleb(_SCALE[word])
    return -amount if match["sign"] else amount


def _spelled(words: str) -> int | None:
    """The number that English words spell, or None for words that spell none together."""
    if words in GROUPS:
        return GROUPS[words]
    if words.partition(" ")[0] in _SCALE:
        return None
    total, current, seen = 0, 0, False
    for word in re.split(r"[ -](?:and )?|(?<=\w)-", words):
        if word in ("a", "an", "and", ""):
            continue
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in _SCALE:
            total += (current or 1) * 10 ** _SCALE[word]
            current = 0
        elif word in WORDS:
            if (current % 10 and seen) or (current % 100 and WORDS[word] >= 10):
                return None
            current += WORDS[word]
        else:
            return None
        seen = True
    return total + current
