"""A number as records have it: data, without the reading of it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """``amount`` with its scale multiplied in; ``percent`` where written with %; ``text`` as
    written. Of a range ``amount`` is the lower end and ``high`` the upper one."""

    text: str
    amount: Decimal
    percent: bool
    high: Decimal | None = None

    def __str__(self) -> str:
        return self.text
