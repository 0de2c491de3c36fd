"""Dates as English and Japanese prose writes them.

A date in the text shows a recorded one that is equally or less precise: "21 May 2025" shows 2025-05
and XXXX-05-21, "May 2025" does not show 2025-05-21. A range shows an interval with the same ends,
and a vaguer date that both its ends lie in. A fiscal year is no calendar year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from policykb.evidence.lazy import lazy
from policykb.values.date import MONTHS, Day, Edtf, month_length

_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?(?![a-z]))"
)
_DAY = r"(?<![\d.,:])[0-3]?\d(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|%)"
_ATOM = lazy(
    "|".join(
        (
            rf"(?P<d1>{_DAY}) (?:of )?(?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?(?!\w)",
            rf"(?<!\w)(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:,? (?P<y2>{_YEAR}))?(?!\w)",
            rf"(?<!\w)(?P<m3>{_MONTH})(?:,| of)? (?P<y3>{_YEAR})(?!\w)",
            r"(?<![\w./-])(?P<y4>\d{4})(?P<s4>[-/.])(?P<m4>0?[1-9]|1[0-2])"
            r"(?:(?P=s4)(?P<d4>0?[1-9]|[12]\d|3[01]))?(?![\w/]|[.-]\d)",
            r"(?<![\w./-])(?P<a5>\d\d?)(?P<s5>[/.])(?P<b5>\d\d?)(?P=s5)(?P<y5>\d{4})(?![\w/]|[.-]\d)",
            r"(?:(?P<era>令和|平成|昭和)(?P<ye>元|\d\d?)|(?<!\d)(?P<y6>\d{4}))年(?!度)"
            r"(?:(?P<m6>\d\d?)月(?:(?P<d6>\d\d?)日)?)?",
            r"(?<![\d年])(?P<m7>\d\d?)月(?P<d7>\d\d?)日",
            rf"(?<![\w.,$€£¥#/])(?<![^\W\d]-)(?P<y8>{_YEAR})"
            r"(?![\w/%]|-[^\W\d]|[.]\d| ?(?:yen|dollars?|euros?)\b)",
            rf"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=late )"
            rf"|(?<=[Ee]arly )|(?<=mid-)|(?<=last )|(?<=next )|(?<=this ))(?P<m9>{_MONTH})(?!\w)",
        )
    )
)
_FISCAL = lazy(r"(?:fiscal|financial|FY)(?: year)?s? ?(?:\d{4} ?(?:-|and|to) ?)?$", re.I)
_COUNTED = lazy(r" (?!as\b|was\b|has\b|is\b|this\b)[a-z]+s\b")
_TO = r"(?: ?[-~〜/] ?| to | until | till | through |から|より)"
_JOIN = lazy(f"{_TO}(?:the )?")
_JOIN_AND = lazy(f"{_TO}|,? and ")
_BARE_AFTER = lazy(rf"(?P<d>{_DAY})(?:,? (?P<y>{_YEAR}))?(?!\w| {_MONTH})")
_BARE_BEFORE = lazy(rf"(?P<d>{_DAY})(?:{_TO}|,? and )$")
_MONTH_BEFORE = lazy(rf"(?<!\w)(?P<m>{_MONTH}){_TO}$")
_BARE_JA = lazy(r"(?P<d>\d\d?)日")
_YEAR_AFTER = lazy(r"-(?P<y>\d\d)(?![\d-])")
_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925}


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text: one day, month or year, or a range; ``at`` and ``to`` enclose it."""

    start: Day
    end: Day | None
    at: int
    to: int


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Mention, ...]:
    """All dates in a normalised text, in order."""
    atoms: list[tuple[Day, int, int]] = []
    for match in _ATOM().finditer(text):
        day = _day(match)
        if day is not None and not _no_year(text, match, day):
            atoms.append((day, match.start(), match.end()))
    found: list[Mention] = []
    skip = False
    for index, (day, at, to) in enumerate(atoms):
        if skip:
            skip = False
            continue
        joined = _ranged(text, day, at, to, atoms[index + 1] if index + 1 < len(atoms) else None)
        skip = (
            joined is not None
            and joined.to > to
            and index + 1 < len(atoms)
            and (joined.to > atoms[index + 1][1])
        )
        found.append(joined or Mention(day, None, at, to))
    return tuple(found)


def _ranged(
    text: str, day: Day, at: int, to: int, after: tuple[Day, int, int] | None
) -> Mention | None:
    between = text[max(0, at - 8) : at].lower().endswith("between ")
    join = (_JOIN_AND if between else _JOIN)().match(text, to)
    if join and after and after[1] == join.end():
        end = after[0]
        return _mention(day, end, at, after[2])
    if join and day.day is not None:
        bare = _BARE_AFTER().match(text, join.end()) or _BARE_JA().match(text, join.end())
        if bare:
            year = int(bare["y"]) if bare.groupdict().get("y") else day.year
            return _mention(day, Day(year, day.month, _number(bare["d"])), at, bare.end())
    if day.day is not None and text[at].isdigit():
        left = text[max(0, at - 24) : at]
        bare = _BARE_BEFORE().search(left)
        opened = bare is not None and (
            not left.endswith("and ") or left[: bare.start()].lower().endswith("between ")
        )
        if bare and opened:
            return _mention(
                Day(day.year, day.month, _number(bare["d"])), day, at - len(left) + bare.start(), to
            )
    if day.month is not None and day.day is None:
        left = text[max(0, at - 24) : at]
        before = _MONTH_BEFORE().search(left)
        if before:
            first = Day(day.year, _month(before["m"]), None)
            return _mention(first, day, at - len(left) + before.start(), to)
    if day.month is None and day.year is not None:
        short = _YEAR_AFTER().match(text, to)
        if short:
            last = day.year // 100 * 100 + int(short["y"])
            return _mention(day, Day(last, None, None), at, short.end())
    return None


def _mention(start: Day, end: Day, at: int, to: int) -> Mention:
    if start.year is None and end.year is not None:
        start = Day(end.year, start.month, start.day)
    elif end.year is None and start.year is not None:
        end = Day(start.year, end.month, end.day)
    return Mention(start, end, at, to)


def _no_year(text: str, match: re.Match[str], day: Day) -> bool:
    """Whether what looks like a bare year is a fiscal year or a count ("2021 companies")."""
    if day.month is not None or match["y8"] is None:
        return False
    if _FISCAL().search(text[max(0, match.start() - 40) : match.start()]):
        return True
    counted = _COUNTED().match(text, match.end())
    return counted is not None and not text[: match.start()].endswith(("in ", "since ", "of "))


def _day(match: re.Match[str]) -> Day | None:
    part = match.groupdict()
    for at in "123456789":
        if part.get(f"m{at}") or part.get(f"y{at}"):
            year, month, day = part.get(f"y{at}"), part.get(f"m{at}"), part.get(f"d{at}")
            break
    else:
        year, month, day = part.get("ye"), None, None
    if part.get("a5"):
        first, second = int(part["a5"]), int(part["b5"])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (str(second), str(first)) if first > 12 else (str(first), str(second))
    number = int(year) if year and year.isdigit() else None
    if part.get("era"):
        number = _ERA[part["era"]] + (1 if part["ye"] == "元" else int(part["ye"]))
        month, day = part["m6"], part["d6"]
    found = Day(number, _month(month) if month else None, _number(day) if day else None)
    if found.month is not None and not 1 <= found.month <= 12:
        return None
    if found.day is not None and (
        found.month is None or not 1 <= found.day <= month_length(found.year, found.month)
    ):
        return None
    return found


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBER[text[:3]]


def _number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def is_date(text: str) -> bool:
    """Whether a normalised text is a date and nothing else. A bare number is not: nothing says
    that it is a year."""
    mentions = read(text)
    return len(mentions) == 1 and (
        (mentions[0].at, mentions[0].to) == (0, len(text)) and not text.isdecimal()
    )


def shows(text: str, value: Edtf) -> bool:
    """Whether a normalised text shows a date."""
    for spelling in _spellings(value):
        at = text.find(spelling)
        if at >= 0 and _alone(text, at, at + len(spelling)):
            return True
    return any(_covers(mention, value) for mention in read(text))


def _covers(mention: Mention, value: Edtf) -> bool:
    if value.end is None:
        return _within(mention.start, value.start) and (
            mention.end is None or _within(mention.end, value.start)
        )
    return (
        mention.end is not None
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
    """Whether a spelling stands by itself, surely not as one end of a range."""
    before, after = text[max(0, at - 3) : at], text[to : to + 1]
    if after not in ("", ".", ",", ";", ")", '"') and text[to : to + 2] not in (" t", " a", " f"):
        return False
    if text[to : to + 3] == " to" and not text[to + 4 : to + 5].isalpha():
        return False
    return before == "" or before in (" on", "on ", "of ", "as ")
