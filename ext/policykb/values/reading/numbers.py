"""The numbers that a text states: digits, words, groups, percentages, scaled amounts, money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from policykb.text import numerals
from policykb.text.covered import Covered as Covered
from policykb.text.language import members
from policykb.text.lazy import lazy
from policykb.text.number_words import Grammar, grammar
from policykb.text.numerals import Numeral
from policykb.values.amount import Number
from policykb.values.reading import dates

_PLAIN = frozenset(("", "%", "points"))
_MEASURE = lazy(r"[ -]?(?P<word>[^\W\d_]+(?:[-/][^\W\d_]+)*)")
_JAPANESE = lazy(r"[カかヶヵ箇]?[\u30a1-\u30fa\u30fc\u3400-\u9fff]+")
_DIGITS = lazy(r"\d[\d,]*(?:\.\d+)?")
_REACH = 24

Part = tuple[str, int, int]
"""A text, and where in it a part of it begins and ends."""


class Figure(NamedTuple):
    """A number in a text; ``at`` and ``to`` enclose it. ``unit``: what it counts, see `unit_of`;
    ``bound``: how exact its words say it is, as in the field `bound`; empty where they say nothing.
    ``money``: whether the unit is a currency. ``high``: the upper end of a range.
    """

    amount: Decimal
    percent: bool
    at: int
    to: int
    unit: str = ""
    bound: str = ""
    money: bool = False
    high: Decimal | None = None


@lru_cache(maxsize=2048)
def stated(text: str, language: str = "") -> tuple[Numeral, ...]:
    """All numerals of a normalized text that are no part of a date, those without an amount too."""
    found = numerals.quantities(text, language)
    if not found:
        return ()
    days = Covered((day.at, day.to) for day in dates.read(text, language))
    kept = [one for one in found if not days.touches(one.at, one.to)]
    return tuple(numerals.joined(text, kept, language))


@lru_cache(maxsize=2048)
def read(text: str, language: str = "") -> tuple[Figure, ...]:
    """The plain numbers and ranges of a normalized text; "one of" counts nothing."""
    words = grammar(members(language))
    found: list[Figure] = []
    for one in stated(text, language) if words else ():
        if one.amount is not None and one.kind in _PLAIN and words is not None:
            last = found[-1] if found else None
            unit = unit_of(text, one, words)
            same = words.search("compared", text, last.to, one.at) if last else None
            if last and same and not (one.money or one.kind) and (same["whose"] or not unit):
                unit = last.unit
            bound, money = _bound(text, one, words), one.money is not None
            found.append(Figure(one.amount, one.kind == "%", one.at, one.to, unit, bound, money))
        elif one.ends and words is not None and (span := _span(text, one, *one.ends, words)):
            found.append(span)
    return tuple(found)


def _span(text: str, one: Numeral, low: Numeral, high: Numeral, words: Grammar) -> Figure | None:
    """A range with its lower and upper end: "6.5 to 7 percent", "2 to 3 billion"; None where the
    first is not the lower one."""
    if low.amount is None or high.amount is None:
        return None
    first = low.amount
    if not low.kind and not _is_scaled(text, low, words) and _is_scaled(text, high, words):
        digits = _DIGITS().search(text, high.at, high.to)
        first *= high.amount / Decimal(digits[0].replace(",", "")) if digits else 1
    if first >= high.amount:
        return None
    unit = unit_of(text, high, words) if not low.money else low.money
    bound, money = _bound(text, one, words), one.money is not None
    return Figure(first, high.kind == "%", one.at, one.to, unit, bound, money, high.amount)


def _is_scaled(text: str, one: Numeral, words: Grammar) -> bool:
    return words.search("scaled", text, one.at, one.to) is not None


def unit_of(text: str, one: Numeral, words: Grammar) -> str:
    """The unit of a number: ``%``, ``points``, the code of a currency, or the word just after it,
    an English one in small letters and the singular; empty for none."""
    if one.money or one.kind:
        return one.money or one.kind
    japanese = words.match("counter", text, one.to) or _JAPANESE().match(text, one.to)
    if japanese:
        return japanese[0]
    match = _MEASURE().match(text, one.to)
    word = match["word"].lower() if match else ""
    return "" if word in words.no_unit or "\u3040" <= word[:1] <= "\u3096" else singular(word)


def singular(word: str) -> str:
    """An English noun without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _bound(text: str, one: Numeral, words: Grammar) -> str:
    after = words.match("bound_after", text, one.to)
    before = words.search("bound_before", text, max(0, one.at - _REACH), one.at)
    found = after or before
    return words.bounds[found["word"].lower()] if found else ""


def shows(text: str, value: Number, language: str = "") -> bool:
    """Whether a normalized text shows a number."""
    return any(is_value(figure, value) for figure in read(text, language))


def stated_in(parts: Iterable[Part], language: str = "") -> Iterator[tuple[str, Numeral]]:
    """The numerals wholly within some parts, each with the text around it."""
    for text, low, high in parts:
        for one in stated(text, language):
            if low <= one.at and one.to <= high:
                yield text, one


def is_value(figure: Figure, value: Number) -> bool:
    """Whether a number in a text is a recorded one."""
    return (figure.amount, figure.percent, figure.high) == (value.amount, value.percent, value.high)
