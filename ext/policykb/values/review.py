"""When a person compared a record with its sources, and what the record said then:
`2026-11-28 1.KEY`, with initials if they wish."""

import datetime
import re
from dataclasses import dataclass

from policykb.values import date
from policykb.values.base import BadValue, ValueType
from policykb.values.date import DATE
from policykb.values.edtf import Edtf

ACCEPTED = "a day such as 2026-11-28, with the key that “policykb review” gives after it"
VERSION = "1"
"""The version of the digest that is computed here."""

_STAMP = re.compile(r"(\S+)(?:\s+(\d+)\.([a-z2-7]{6,16}))?(?:\s+([^\W\d_][\w.-]{0,15}))?")


@dataclass(frozen=True, slots=True)
class Review(Edtf):
    """A day, with the key of what was read on it; ``key`` and ``initials`` are empty where not
    given."""

    version: str = ""
    key: str = ""
    initials: str = ""

    @property
    def day(self) -> datetime.date | None:
        """The day; None where it is no single one."""
        return self.latest if self.earliest == self.latest else None


class ReviewType(ValueType[Review]):
    """A day on which a person read the record, with a key of what it said."""

    name = "review"
    accepted = ACCEPTED
    pattern = r"^\d{4}-\d{2}-\d{2}(\s+\d+\.[a-z2-7]{6,16})?(\s+[^\s\d]\S*)?$"

    def parse(self, text: str) -> Review:
        """Read a stamp. Raises `BadValue`."""
        match = _STAMP.fullmatch(text)
        try:
            day = date.parse(match[1] if match else text)
        except BadValue as bad:
            bad.accepted = ACCEPTED
            raise
        if match is None:
            raise BadValue("it is not a day with a key", ACCEPTED, start=0, end=len(text))
        return Review(day.start, day.end, day.open, match[2] or "", match[3] or "", match[4] or "")

    def print(self, value: Review) -> str:
        """A stamp as it is written."""
        key = f"{value.version}.{value.key}" if value.key else ""
        return " ".join(part for part in (Edtf.__str__(value), key, value.initials) if part)

    def display(self, value: Review) -> str:
        return DATE.display(value)


REVIEW = ReviewType()
