"""The numbers that a text states: digits, words, groups, percentages, scaled amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from policykb.evidence import dates, numerals
from policykb.evidence.covered import Covered as Covered
from policykb.values.number import Number

if TYPE_CHECKING:
    from policykb.evidence.numeral import Numeral
    from policykb.evidence.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text; ``at`` and ``to`` enclose it."""

    amount: Decimal
    percent: bool
    at: int
    to: int


@lru_cache(maxsize=2048)
def stated(text: str) -> tuple[Numeral, ...]:
    """All numerals of a normalised text that are no part of a date, those without an amount too."""
    found = numerals.quantities(text)
    if not found:
        return ()
    days = Covered((day.at, day.to) for day in dates.read(text))
    return tuple(numerals.joined(text, [one for one in found if not days.touches(one.at, one.to)]))


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Figure, ...]:
    """The plain numbers of a normalised text; "one of" counts nothing."""
    return tuple(
        Figure(one.amount, one.kind == "%", one.at, one.to)
        for one in stated(text)
        if one.amount is not None and one.kind in ("", "%", "points")
    )


def shows(text: str, value: Number) -> bool:
    """Whether a normalised text shows a number."""
    return any(_is(figure, value) for figure in read(text))


def shown_by(quote: Quotation, value: Number) -> bool:
    """Whether a quotation shows a number, read as the source has it around the quotation."""
    return any(
        _is(figure, value)
        for wide, low, high in quote.wide
        for figure in read(wide)
        if low <= figure.at and figure.to <= high
    )


def quoted(quote: Quotation) -> Iterator[tuple[str, Numeral]]:
    """The numerals wholly within a quotation, each with the text it stands in."""
    for wide, low, high in quote.wide:
        for one in stated(wide):
            if low <= one.at and one.to <= high:
                yield wide, one


def _is(figure: Figure, value: Number) -> bool:
    return figure.amount == value.amount and figure.percent == value.percent
