"""The numbers that a text states: digits, words, groups, percentages, scaled amounts, money."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from policykb.text import numerals
from policykb.text.language import members
from policykb.text.lazy import lazy
from policykb.text.number_words import Grammar, grammar
from policykb.text.numerals import Numeral
from policykb.values.number import Number
from policykb.values.reading import dates

_PLAIN = frozenset(("", "%", "points"))
_MEASURE = lazy(r"[ -]?(?P<word>[^\W\d_]+(?:[-/][^\W\d_]+)*)")
_JAPANESE = lazy(r"[カかヶヵ箇]?[\u30a1-\u30fa\u30fc\u3400-\u9fff]+")
_REACH = 24

Part = tuple[str, int, int]
"""A text, and where in it a part of it begins and ends."""


class Figure(NamedTuple):
    """A number in a text; ``at`` and ``to`` enclose it. ``unit``: what it counts, see `unit_of`;
    ``bound``: how exact its words say it is, as in the field `bound`; empty where they say nothing.
    ``money``: whether the unit is a currency.
    """

    amount: Decimal
    percent: bool
    at: int
    to: int
    unit: str = ""
    bound: str = ""
    money: bool = False


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
    """The plain numbers of a normalized text; "one of" counts nothing."""
    words = grammar(members(language))
    return tuple(
        _figure(text, one.amount, one, words)
        for one in stated(text, language)
        if one.amount is not None and one.kind in _PLAIN and words is not None
    )


def _figure(text: str, amount: Decimal, one: Numeral, words: Grammar) -> Figure:
    unit, bound = unit_of(text, one, words), _bound(text, one, words)
    return Figure(amount, one.kind == "%", one.at, one.to, unit, bound, one.money is not None)


def unit_of(text: str, one: Numeral, words: Grammar) -> str:
    """What a number counts: ``%``, ``points``, the code of a currency, or the word just after it,
    an English one in small letters and the singular; empty for none."""
    if one.money or one.kind:
        return one.money or one.kind
    japanese = words.counter.match(text, one.to) or _JAPANESE().match(text, one.to)
    if japanese:
        return japanese[0]
    match = _MEASURE().match(text, one.to)
    word = match["word"].lower() if match else ""
    return "" if word in words.no_unit else singular(word)


def singular(word: str) -> str:
    """An English noun without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _bound(text: str, one: Numeral, words: Grammar) -> str:
    after = words.bounds_after.match(text, one.to)
    before = words.bounds_before.search(text, max(0, one.at - _REACH), one.at)
    found = after or before
    return words.bounds[found["word"].lower()] if found else ""


def shows(text: str, value: Number, language: str = "") -> bool:
    """Whether a normalized text shows a number."""
    return any(is_value(figure, value) for figure in read(text, language))


def shown_in(parts: Iterable[Part], value: Number, language: str = "") -> bool:
    """Whether any of some parts shows a number, each read with the text around it."""
    return any(
        is_value(figure, value)
        for text, low, high in parts
        for figure in read(text, language)
        if low <= figure.at and figure.to <= high
    )


def stated_in(parts: Iterable[Part], language: str = "") -> Iterator[tuple[str, Numeral]]:
    """The numerals wholly within some parts, each with the text it stands in."""
    for text, low, high in parts:
        for one in stated(text, language):
            if low <= one.at and one.to <= high:
                yield text, one


def is_value(figure: Figure, value: Number) -> bool:
    """Whether a number in a text is a recorded one."""
    return figure.amount == value.amount and figure.percent == value.percent


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
