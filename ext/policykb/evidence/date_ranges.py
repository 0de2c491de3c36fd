"""The dates of a text, with the ends of ranges and the days of lists put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policykb.evidence.date_forms import (
    DAY,
    MONTH,
    YEAR,
    Atom,
    atoms,
    counted,
    day_number,
    month_number,
)
from policykb.lazy import lazy
from policykb.values.date import Day

_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )"
_IN_BRACKETS = r"(?: ?\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|[月火水木金土日])[a-z]*曜?日?\))"
_LOOSELY = (
    r"(?:the |about |around |at least |sometime |late |early |mid-|end-|end of |start of "
    r"|beginning of |middle of |in |on )"
)
_TO = (
    rf"{_IN_BRACKETS}?(?: ?[-~〜/] ?|から|より"
    r"|,? ?\(?(?:and )?(?:up )?(?:to|until|till|through|thru) )"
    rf"{_LOOSELY}{{0,3}}{_WEEKDAY}?"
)
_AND = rf"{_IN_BRACKETS}?,? and {_LOOSELY}{{0,3}}{_WEEKDAY}?"
_JOIN = lazy(_TO)
_JOIN_AND = lazy(f"{_TO}|{_AND}")
_JOIN_OR = lazy(r",? or (?:on |in )?")
_BETWEEN = lazy(rf"\b[Bb]etween {_LOOSELY}{{0,2}}{_WEEKDAY}?$")
_BARE_AFTER = lazy(rf"(?P<d>{DAY}){_IN_BRACKETS}?(?:,? (?P<y>{YEAR}))?(?!\w| {MONTH})")
_BARE_BEFORE = lazy(rf"(?P<d>{DAY})(?:{_TO}|(?P<and>{_AND}))$")
_MONTH_BEFORE = lazy(rf"(?<!\w)(?P<m>{MONTH})(?:{_TO}|(?P<and>,? and )|(?P<list>, ))$")
_BARE_JA = lazy(r"(?P<d>\d\d?)日")
_YEAR_AFTER = lazy(r"-(?P<y>\d\d)(?![\d-])")
_LIST_AFTER = lazy(
    rf"(?:,? and |, )(?P<d>{DAY})(?=(?:,? and |, ){DAY}|,? {YEAR}|[^\w]|$)(?! {MONTH})"
)
_LIST_BEFORE = lazy(rf"(?P<d>{DAY})(?:,? and |, |・)$")
_LIST_YEAR = lazy(rf",? (?P<y>{YEAR})(?!\w)")
_REACH = 44
_LONGEST_LIST = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text: one day, month or year, or a range; ``at`` and ``to`` enclose it.

    ``either``: the one date or the other, no interval. ``exact``: it shows nothing vaguer than
    itself ("the year ended 31 March 2025" does not show 2025).
    """

    start: Day
    end: Day | None
    at: int
    to: int
    either: bool = False
    exact: bool = False


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Mention, ...]:
    """All dates in a normalised text, in order."""
    single = atoms(text)
    found: list[Mention] = []
    last = 0
    for index, atom in enumerate(single):
        if atom[1] < last:
            continue
        after = single[index + 1] if index + 1 < len(single) else None
        joined = _ranged(text, atom, after, last)
        if joined is not None:
            found.append(joined)
            last = joined.to
            continue
        day, at, to, exact = atom
        others = list(_listed(text, day, at, to, last))
        year = others[-1].start.year if others else None
        if after and day.day is None and text[to : after[1]] in (" and ", ", ", ", and "):
            year = after[0].year if after[0].month and after[0].day is None else None
        if day.year is None and year is not None:
            day = Day(year, day.month, day.day)
        found.append(Mention(day, None, at, to, exact=exact))
        found.extend(others)
        last = max([to, *(other.to for other in others)])
    return tuple(sorted(found, key=lambda one: one.at))


def _ranged(text: str, atom: Atom, after: Atom | None, last: int) -> Mention | None:
    """The range that a date is one end of, where it is one."""
    if _linked(text[atom[2] : atom[2] + 16]):
        found = _to_another(text, atom, after, last)
        if found is not None:
            return found
    day, at, to, _ = atom
    if _linked(text[max(last, at - 16) : at]):
        return _from_another(text, day, at, to, text[max(last, at - _REACH) : at])
    return None


_LINKS = (
    "-",
    "~",
    "〜",
    "/",
    " to",
    "til",
    " thr",
    " and ",
    " or ",
    ", ",
    "から",
    "より",
    "(",
    "・",
)


def _linked(beside: str) -> bool:
    """Whether what stands beside a date can link it to another."""
    return any(link in beside for link in _LINKS)


def _to_another(text: str, atom: Atom, after: Atom | None, last: int) -> Mention | None:
    day, at, to, _ = atom
    between = _BETWEEN().search(text, max(last, at - _REACH), at) is not None
    join = (_JOIN_AND if between else _JOIN)().match(text, to)
    if after and join and after[1] == join.end():
        return _mention(day, after[0], at, after[2])
    if after and " or " in text[to : after[1]]:
        other = _JOIN_OR().match(text, to)
        if other and after[1] == other.end():
            return _mention(day, after[0], at, after[2], either=True)
    if join and day.day is not None:
        bare = _BARE_AFTER().match(text, join.end()) or _BARE_JA().match(text, join.end())
        if bare and not (bare.re is _BARE_AFTER() and not bare["y"] and counted(text, bare.end())):
            year = int(bare["y"]) if bare.groupdict().get("y") else day.year
            return _mention(day, Day(year, day.month, day_number(bare["d"])), at, bare.end())
    if day.month is None and day.year is not None:
        short = _YEAR_AFTER().match(text, to)
        if short:
            end = day.year // 100 * 100 + int(short["y"])
            return _mention(day, Day(end, None, None), at, short.end())
    return None


def _from_another(text: str, day: Day, at: int, to: int, left: str) -> Mention | None:
    if day.day is not None and text[at].isdigit():
        bare = _BARE_BEFORE().search(left)
        if bare and (not bare["and"] or _BETWEEN().search(left[: bare.start()])):
            first = Day(day.year, day.month, day_number(bare["d"]))
            return _mention(first, day, at - len(left) + bare.start(), to)
    if day.month is not None and day.day is None:
        before = _MONTH_BEFORE().search(left)
        if before and (
            _BETWEEN().search(left[: before.start()]) if before["and"] else not before["list"]
        ):
            first = Day(day.year, month_number(before["m"]), None)
            return _mention(first, day, at - len(left) + before.start(), to)
    return None


def _listed(text: str, day: Day, at: int, to: int, last: int) -> Iterator[Mention]:
    """The days and months that share the month or year of one in a list: "2 and 3 March"."""
    if not (_linked(text[to : to + 6]) or _linked(text[max(last, at - 6) : at])):
        return
    if day.day is None:
        left = text[max(last, at - _REACH) : at]
        before = _MONTH_BEFORE().search(left) if day.month else None
        if before and (before["and"] or before["list"]):
            start = at - len(left) + before.start()
            month = Day(day.year, month_number(before["m"]), None)
            yield Mention(month, None, start, start + len(before["m"]))
        return
    if text[at].isdigit():
        end = at
        for _ in range(_LONGEST_LIST):
            left = text[max(last, end - 16) : end]
            bare = _LIST_BEFORE().search(left)
            if bare is None:
                return
            end = end - len(left) + bare.start()
            if not 1 <= day_number(bare["d"]) <= 31:
                return
            yield Mention(Day(day.year, day.month, day_number(bare["d"])), None, end, end + 2)
        return
    if day.year is not None:
        return
    days: list[tuple[int, int, int]] = []
    end = to
    while len(days) < _LONGEST_LIST and (bare := _LIST_AFTER().match(text, end)):
        if counted(text, bare.end()):
            break
        days.append((day_number(bare["d"]), bare.start("d"), bare.end("d")))
        end = bare.end()
    behind = _LIST_YEAR().match(text, end) if days else None
    year = int(behind["y"]) if behind else None
    for number, start, stop in days:
        if 1 <= number <= 31:
            yield Mention(Day(year, day.month, number), None, start, stop)


def _mention(start: Day, end: Day, at: int, to: int, either: bool = False) -> Mention:
    if start.year is None and end.year is not None:
        start = Day(end.year, start.month, start.day)
    elif end.year is None and start.year is not None:
        end = Day(start.year, end.month, end.day)
    return Mention(start, end, at, to, either)
