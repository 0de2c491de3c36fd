"""Numbers of an indicator: digits with an optional scale word or %."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from policykb.text.number_words import SCALES
from policykb.values.base import BadValue, ValueType

ACCEPTED = "digits with an optional scale word or %, as 53, 2.9 trillion or 90%"

_SCALE = "|".join(SCALES)
_NUMBER = re.compile(rf"([-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?:(%)| ({_SCALE}))?")


@dataclass(frozen=True, slots=True)
class Number:
    """``amount`` with its scale multiplied in; ``percent`` where written with %; ``text`` as
    written."""

    text: str
    amount: Decimal
    percent: bool

    def __str__(self) -> str:
        return self.text


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

    def parse(self, text: str) -> Number:
        return parse(text)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": r"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
            r"(%| (thousand|million|billion|trillion))?$",
        }


NUMBER = NumberType()
