"""A number as records have it: data, without the reading of it."""

from dataclasses import dataclass, field
from decimal import Decimal

from policykb.text.number_words import SCALES


@dataclass(frozen=True, slots=True)
class Number:
    """``amount`` with its scale multiplied in; ``percent`` where written with %; ``text`` as a
    record has it. Of a range ``amount`` is the lower end and ``high`` the upper one."""

    text: str = field(compare=False)
    amount: Decimal
    percent: bool
    high: Decimal | None = None

    def __str__(self) -> str:
        ends = "–".join(f"{end:f}" for end in (self.amount, self.high) if end is not None)
        return self.text or ends + ("%" if self.percent else "")


def scaled(amount: Decimal) -> str:
    """A number with the largest scale word that leaves no more than three places."""
    for word, power in sorted(SCALES.items(), key=lambda one: -one[1]):
        few = amount.scaleb(-power).normalize()
        if abs(few) >= 1 and -few.as_tuple().exponent <= 3 and power > 3:  # type: ignore[operator]
            return f"{few:f} {word}"
    return f"{amount:,f}" if amount % 1 else f"{amount:,.0f}"
