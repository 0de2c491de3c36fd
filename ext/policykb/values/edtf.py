"""A date as records have it: data, without the reading of it."""

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


PARTS = {
    "Q1": (1, 3, "first quarter of"),
    "Q2": (4, 6, "second quarter of"),
    "Q3": (7, 9, "third quarter of"),
    "Q4": (10, 12, "fourth quarter of"),
    "H1": (1, 6, "first half of"),
    "H2": (7, 12, "second half of"),
    "21": (1, 12, "spring"),
    "22": (1, 12, "summer"),
    "23": (1, 12, "autumn"),
    "24": (1, 12, "winter"),
}
"""The parts of a year: their first and last month, and their words. When a season is differs from
place to place, so it may be any of the year. Their numbers are those of EDTF."""
OPEN = ".."


@dataclass(frozen=True, slots=True)
class Day:
    """One end of a date. ``month`` and ``day`` are None if the date is less precise; ``year`` is
    None if it is unspecified (``XXXX``); ``part`` is one of `PARTS`; ``about``: approximate."""

    year: int | None
    month: int | None
    day: int | None
    part: str = ""
    about: bool = False

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month it can be of."""
        if self.month is not None:
            return self.month, self.month
        return PARTS[self.part][:2] if self.part else (1, 12)

    @property
    def earliest(self) -> date | None:
        """The first calendar day it can be; None without a year."""
        if self.year is None:
            return None
        return date(self.year, self.months[0], self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last calendar day it can be; None without a year."""
        if self.year is None:
            return None
        month = self.months[1]
        return date(self.year, month, self.day or month_length(self.year, month))

    @property
    def order(self) -> str:
        """What sorts it: a quarter or half by its first month."""
        return f"{self.plain}-{self.months[0]:02}" if self.part[:1].isalpha() else self.plain

    @property
    def plain(self) -> str:
        """Its day, month and year alone, as HTML takes them."""
        text = "XXXX" if self.year is None else f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text

    def __str__(self) -> str:
        return self.plain + (f"-{self.part}" if self.part else "") + ("~" if self.about else "")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as recorded: a day, month or year, or an interval of two. Of an interval that is
    ``open`` at its ``start`` or its ``end``, ``start`` is the end that is known."""

    start: Day
    end: Day | None = None
    open: str = ""

    @property
    def earliest(self) -> date | None:
        return None if self.open == "start" else self.start.earliest

    @property
    def latest(self) -> date | None:
        return None if self.open == "end" else (self.end or self.start).latest

    @property
    def year(self) -> int | None:
        """The year it starts in; None where unspecified."""
        return self.start.year

    @property
    def order(self) -> str:
        """What sorts it."""
        return self.start.order if self.end is None else f"{self.start.order}/{self.end.order}"

    def __str__(self) -> str:
        if self.open:
            return f"{OPEN}/{self.start}" if self.open == "start" else f"{self.start}/{OPEN}"
        return str(self.start) if self.end is None else f"{self.start}/{self.end}"


def month_length(year: int | None, month: int) -> int:
    """Days of a month (1 to 12); February has 29 where the year is unspecified."""
    if month == 2 and year is not None and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        return 28
    return _LENGTH[month - 1]
