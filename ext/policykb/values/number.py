"""Numbers of an indicator: digits with an optional scale word or %."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from policykb.text.number_words import SCALES
from policykb.values.amount import Number
from policykb.values.base import BadValue, Found, ValueType

if TYPE_CHECKING:
    from policykb.values.reading.numbers import Figure

ACCEPTED = "digits with an optional scale word or %, as 53, 2.9 trillion or 90%"

_SCALE = "|".join(SCALES)
_NUMBER = re.compile(rf"([-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?:(%)| ({_SCALE}))?")


@lru_cache(maxsize=4096)
def parse(text: str) -> Number:
    """Read a number. Raises `BadValue`, with a fix if it has a currency, a bound or words in it."""
    number = read(text)
    if number is None:
        from policykb.values.number_fix import explain

        reason, fix = explain(text, read)
        raise BadValue(reason, ACCEPTED, fix)
    return number


def read(text: str) -> Number | None:
    """The number a text is, or None."""
    match = _NUMBER.fullmatch(text) if text.isascii() else None
    if match is None:
        return None
    digits, percent, scale = match.groups()
    amount = Decimal(digits.replace(",", ""))
    if scale:
        amount = amount.scaleb(SCALES[scale])
    return Number(text, amount, bool(percent))


class NumberType(ValueType[Number]):
    """A figure: digits with an optional scale word or %."""

    name = "number"
    accepted = ACCEPTED
    pattern = (
        r"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
        r"(%| (thousand|million|billion|trillion))?$"
    )
    is_read = True

    def parse(self, text: str) -> Number:
        return parse(text)

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        """Each an amount, and whether it is a percentage. A unit that a hyphen joins to its number
        begins with one; of a range of numbers there is none."""
        from policykb.values.reading import numbers

        return tuple(
            Found((one.amount, one.percent), one.at, one.to, _unit(text, one), one.bound)
            for one in numbers.read(text, language)
        )

    def typed(self, found: Found) -> Number:
        amount, percent = found.value
        return Number(f"{amount:f}" + ("%" if percent else ""), amount, percent)

    def shows(self, found: Found, value: Number) -> bool:
        return bool(found.value == (value.amount, value.percent))


def _unit(text: str, one: Figure) -> str:
    if one.unit == "points":
        return "%"
    return "-" + one.unit if one.unit and text[one.to : one.to + 1] == "-" else one.unit


NUMBER = NumberType()
