"""A date as records have it: data, without the reading of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_LENGTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Day:
    """One end of a date. ``month`` and ``day`` are None if the date is less precise; ``year`` is
    None if it is unspecified (``XXXX``)."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def earliest(self) -> date | None:
        """The first calendar day it can be; None without a year."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last calendar day it can be; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or month_length(self.year, month))

    def __str__(self) -> str:
        text = "XXXX" if self.year is None else f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as recorded: a day, month or year, or an interval of two."""

    start: Day
    end: Day | None = None

    @property
    def earliest(self) -> date | None:
        return self.start.earliest

    @property
    def latest(self) -> date | None:
        return (self.end or self.start).latest

    @property
    def year(self) -> int | None:
        """The year it starts in; None where unspecified."""
        return self.start.year

    def __str__(self) -> str:
        return str(self.start) if self.end is None else f"{self.start}/{self.end}"


def month_length(year: int | None, month: int) -> int:
    """Days of a month (1 to 12); February has 29 where the year is unspecified."""
    if month == 2 and year is not None and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        return 28
    return _LENGTH[month - 1]
