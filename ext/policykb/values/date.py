"""Dates: the EDTF forms of day, month, year and season, quarters and halves of a year, what is
approximate, an unspecified year, and intervals of these, which may be open at one end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from policykb.values.base import BadValue, ValueType

ACCEPTED = (
    "2025-05-21, 2025-05, 2025, 2025-Q3, 2025-H1 or 2025-21 (its spring), XXXX-05-21 where the "
    "year is not known, 2025~ for about, or two joined by /, one of which may be .."
)

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?|-([QH]\d))?(~?)")
OPEN = ".."
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
    None if it is unspecified (``XXXX``); ``part`` is one of `PARTS`; ``about``: approximate."""

    year: int | None
    month: int | None
    day: int | None
    part: str = ""
    about: bool = False

    @property
    def earliest(self) -> date | None:
        """The first calendar day it can be; None without a year."""
        if self.year is None:
            return None
        return date(self.year, self.month or _months(self)[0], self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last calendar day it can be; None without a year."""
        if self.year is None:
            return None
        month = self.month or _months(self)[1]
        return date(self.year, month, self.day or month_length(self.year, month))

    @property
    def order(self) -> str:
        """What sorts it: a quarter or half by its first month."""
        return f"{self.plain}-{_months(self)[0]:02}" if self.part[:1].isalpha() else self.plain

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


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF date. Raises `BadValue`: ``impossible`` for a day no calendar has, ``order``
    for an interval that ends before it starts, else ``form``."""
    first, slash, last = text.partition("/")
    if slash and first == OPEN:
        return Edtf(_day(last, text, len(first) + 1), open="start")
    start = _day(first, text, 0)
    if last == OPEN:
        return Edtf(start, open="end")
    if not slash:
        return Edtf(start)
    end = _day(last, text, len(first) + 1)
    if (start.year is None) != (end.year is None):
        raise BadValue(
            "an interval has a year at both ends or at neither",
            ACCEPTED,
            start=0,
            end=len(text),
        )
    if _last(end) < _first(start):
        raise BadValue(f"{last} comes before {first}", ACCEPTED, f"{last}/{first}", kind="order")
    return Edtf(start, end)


def _first(day: Day) -> tuple[int, int, int]:
    return (day.year or 0, day.month or _months(day)[0], day.day or 1)


def _last(day: Day) -> tuple[int, int, int]:
    return (day.year or 0, day.month or _months(day)[1], day.day or 31)


def _months(day: Day) -> tuple[int, int]:
    return PARTS[day.part][:2] if day.part else (1, 12)


def _day(text: str, whole: str, offset: int) -> Day:
    match = _DAY.fullmatch(text)
    if match is None or not text.isascii() or text == "XXXX":
        fix = suggest(whole)
        reason = "the year is missing" if text == "XXXX" else "it is not written as a date here"
        if fix:
            raise BadValue(reason, ACCEPTED, fix)
        raise BadValue(reason, ACCEPTED, start=offset, end=offset + len(text))
    y, m, d, part, about = match.groups()
    year = None if y == "XXXX" else int(y)
    if m in PARTS and not d:
        part, m = m, None
    month = int(m) if m else None
    day = int(d) if d else None
    problem = None
    if year == 0:
        problem = "there is no year 0000"
    elif part and (part not in PARTS or year is None):
        problem = f"a year has no {part}" if year else f"{part} needs a year"
    elif month is not None and not 1 <= month <= 12:
        problem = f"there is no month {m}"
    elif month is not None and day is not None and not 1 <= day <= month_length(year, month):
        where = MONTHS[month - 1] if year is None else f"{MONTHS[month - 1]} {year}"
        problem = f"{where} has no day {d}"
    if problem:
        raise BadValue(problem, ACCEPTED, kind="impossible", start=offset, end=offset + len(text))
    return Day(year, month, day, part or "", bool(about))


def suggest(text: str) -> str | None:
    """The EDTF form of a date written another way, where only one date can be meant."""
    from policykb.values.date_fix import fix

    return fix(text, parse)


NO_YEAR = "year not given"


def day_words(value: Day) -> str:
    """``21 May 2025``, ``May 2025``, ``2025``, ``17 March``, ``about 2025``, ``spring 2025``."""
    parts = ["about"] if value.about else []
    if value.day:
        parts.append(str(value.day))
    if value.part:
        parts.append(PARTS[value.part][2])
    if value.month:
        parts.append(MONTHS[value.month - 1])
    if value.year is not None:
        parts.append(f"{value.year:04}")
    return " ".join(parts)


def words(value: Edtf) -> str:
    """A date or interval in words; says so where the year is not known."""
    start, end = value.start, value.end
    suffix = "" if start.year is not None else f" ({NO_YEAR})"
    if value.open:
        return f"{'until' if value.open == 'start' else 'since'} {day_words(start)}{suffix}"
    if end is None:
        return day_words(start) + suffix
    if (
        (start.year, start.month) == (end.year, end.month)
        and start.day
        and end.day
        and not (start.about or end.about)
    ):
        return f"{start.day}–{day_words(end)}{suffix}"
    if start.year == end.year and start.month and end.month:
        first = day_words(replace(start, year=None))
        return f"{first} – {day_words(end)}{suffix}"
    return f"{day_words(start)} – {day_words(end)}{suffix}"


_ONE = r"(\d{4}|XXXX)(-\d{2}(-\d{2})?|-Q[1-4]|-H[12])?~?"


class DateType(ValueType[Edtf]):
    """A day, month, year or interval."""

    name = "date"
    accepted = ACCEPTED

    def parse(self, text: str) -> Edtf:
        return parse(text)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": rf"^(\.\./{_ONE}|{_ONE}(/(\.\.|{_ONE}))?)$",
        }

    def display(self, value: Edtf) -> str:
        return words(value)

    def sort_key(self, value: Edtf | None) -> str:
        """Without a year it has no place among the others."""
        return value.order if value is not None and value.year is not None else ""


DATE = DateType()
