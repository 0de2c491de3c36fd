"""Dates as English and Japanese prose writes them.

A date in the text shows a recorded one that is equally or less precise: "21 May 2025" shows 2025-05
and XXXX-05-21, "May 2025" does not show 2025-05-21. A range shows an interval with the same ends,
and a vaguer date that both its ends lie in. A fiscal year is no calendar year.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from policykb.evidence.date_ranges import Mention as Mention
from policykb.evidence.date_ranges import read as read
from policykb.values.date import MONTHS, Day, Edtf

if TYPE_CHECKING:
    from policykb.evidence.quotation import Quotation


def is_date(text: str) -> bool:
    """Whether a normalised text is a date and nothing else. A bare number is not: nothing says
    that it is a year."""
    mentions = read(text)
    return len(mentions) == 1 and (
        (mentions[0].at, mentions[0].to) == (0, len(text)) and not text.isdecimal()
    )


def shows(text: str, value: Edtf) -> bool:
    """Whether a normalised text shows a date."""
    return any(_covers(mention, value) for mention in read(text))


def shown_by(quote: Quotation, value: Edtf) -> bool:
    """Whether a quotation shows a date, read as the source has it around the quotation: of one that
    a cut goes through, only what the whole shows as well."""
    text = quote.text
    for spelling in _spellings(value):
        at = text.find(spelling)
        if at > 0 and _alone(text, at, at + len(spelling)):
            return True
    return any(_shown_in(wide, low, high, value) for wide, low, high in quote.wide)


def _shown_in(wide: str, low: int, high: int, value: Edtf) -> bool:
    for mention in read(wide):
        if mention.at < high and low < mention.to and _covers(mention, value):
            if low <= mention.at and mention.to <= high:
                return True
            if shows(wide[low:high], value):
                return True
    return False


def _covers(mention: Mention, value: Edtf) -> bool:
    if mention.exact and (
        (mention.start.month is None) != (value.start.month is None)
        or (mention.start.day is None) != (value.start.day is None)
    ):
        return False
    if value.end is None:
        return _within(mention.start, value.start) and (
            mention.end is None or _within(mention.end, value.start)
        )
    return (
        mention.end is not None
        and not mention.either
        and _within(mention.start, value.start)
        and _within(mention.end, value.end)
    )


def _within(written: Day, recorded: Day) -> bool:
    return (
        recorded.year in (None, written.year)
        and recorded.month in (None, written.month)
        and recorded.day in (None, written.day)
    )


@lru_cache(maxsize=4096)
def _spellings(value: Edtf) -> tuple[str, ...]:
    """The commonest spellings of a full day, tried before any scan."""
    day = value.start
    if value.end is not None or day.year is None or day.month is None or day.day is None:
        return ()
    month = MONTHS[day.month - 1]
    return (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", str(day))


def _alone(text: str, at: int, to: int) -> bool:
    """Whether a spelling within a text stands by itself, surely not as one end of a range."""
    if text[max(0, at - 3) : at] not in (" on", "on ", "of ", "as "):
        return False
    after = text[to : to + 2]
    if after in (". ", "; "):
        return True
    if after == " t" and text[to + 2 : to + 4] == "o ":
        what = text[to + 4 : to + 12]
        return what[:1].islower() and what.split(" ", 1)[0] not in _TO_WHAT
    if after not in (", ", " t", " a", " f", " b", " i"):
        return False
    return not text.startswith(_GOES_ON, to + (2 if after == ", " else 1))


_GOES_ON = ("and ", "or ", "up ", "to ", "until ", "till ", "through ", "thru ", "(")
_TO_WHAT = frozenset("the about around at late early in on some sometime mid".split())
