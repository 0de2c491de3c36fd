"""Sums of money: a number with its currency, `12.4 billion JPY`."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from policykb.text.language import others
from policykb.text.money import codes
from policykb.text.normalize import normalize
from policykb.values import number
from policykb.values.amount import scaled
from policykb.values.base import Found, ValueType
from policykb.values.reading import numbers

_SUM = re.compile(r"(?P<amount>[^A-Z%]*\S) (?P<code>[A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Money:
    """``amount`` of a currency by its ISO 4217 code; ``text`` as written."""

    amount: Decimal
    currency: str
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.text or f"{scaled(self.amount)} {self.currency}"


def suggest(text: str) -> str | None:
    """The form of a text that is a sum and nothing else, "€2.5bn", in English or else in another
    language; None where it is none. Words beside it may change it: "half of $5m"."""
    plain = normalize(text).strip().rstrip(".")
    return next(filter(None, (_alone(plain, language) for language in ("en", *others()))), None)


def _alone(plain: str, language: str) -> str | None:
    found = numbers.read(plain, language)
    if len(found) != 1 or not found[0].cue or found[0].value.high is not None:
        return None
    one = found[0]
    if one.bound or plain[one.at : one.to] != plain or one.unit not in codes():
        return None
    return str(Money(one.value.amount, one.unit))


class MoneyType(ValueType[Money]):
    """A number with the code of its currency."""

    name = "money"
    accepted = "a number with an ISO 4217 code, as 12.4 billion JPY or 500,000 EUR"
    pattern = (
        r"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
        r"( (thousand|million|billion|trillion))? [A-Z]{3}$"
    )
    is_read = True

    def parse(self, text: str) -> Money:
        """Read a sum. Raises `BadValue`, with a fix where the currency is written another way."""
        match = _SUM.fullmatch(text)
        amount = number.read(match["amount"]) if match else None
        if match is None or amount is None:
            raise self.bad("it is not a sum of money", suggest(text))
        if match["code"] not in codes():
            raise self.bad(f"there is no currency {match['code']}")
        return Money(amount.amount, match["code"], text)

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        return tuple(
            one._replace(value=Money(one.value.amount, one.unit), cue="")
            for one in numbers.read(text, language)
            if one.cue and one.value.high is None
        )

    def sort_key(self, value: Money | None) -> str | None:
        return "" if value is None else f"{value.amount:f}"


MONEY = MoneyType()
