"""Dates as prose writes them, the ends of ranges and the days of lists put together.

A date in the text shows a recorded one that is equally or less precise: "21 May 2025" shows 2025-05
and XXXX-05-21, "May 2025" does not show 2025-05-21. A range shows an interval with the same ends,
and a vaguer date that both its ends lie in. A change ("moved from … to …") is two dates and no
interval. A fiscal year is not a calendar year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policykb.text.language import members
from policykb.values.edtf import Day, Edtf
from policykb.values.reading.date_forms import Atom, atoms, counted, number
from policykb.values.reading.date_words import Grammar, grammar

_YEAR_AFTER = re.compile(r"-(?P<y>\d\d)(?![\d-])")
_REACH = 44
_MOVED = 90
_LONGEST_LIST = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text: one day, month or year, or a range; ``at`` and ``to`` enclose it.

    ``either``: the one date or the other, no interval. ``exact``: it shows nothing vaguer than
    itself ("the year ended 31 March 2025" does not show 2025). ``near``: ``about``, ``since`` or
    ``until``, where words beside it say so.
    """

    start: Day
    end: Day | None
    at: int
    to: int
    either: bool = False
    exact: bool = False
    near: str = ""


def is_date(text: str) -> bool:
    """Whether a normalized text is a date and nothing else. A bare number is not: nothing says
    that it is a year."""
    mentions = read(text)
    return len(mentions) == 1 and (
        (mentions[0].at, mentions[0].to) == (0, len(text)) and not text.isdecimal()
    )


def shows(text: str, value: Edtf, language: str = "") -> bool:
    """Whether a normalized text shows a date."""
    return any(covers(mention, value) for mention in read(text, language))


def covers(mention: Mention, value: Edtf) -> bool:
    """Whether a date in a text shows a recorded one."""
    if mention.exact and (
        (mention.start.month is None) != (value.start.month is None)
        or (mention.start.day is None) != (value.start.day is None)
    ):
        return False
    if value.open:
        known = mention.near == ("since" if value.open == "end" else "until")
        return known and mention.end is None and _within(mention.start, value.start)
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
    if recorded.part:
        same = (written.part, written.year) == (recorded.part, recorded.year)
        return same or _is_inside(written, recorded)
    return (
        recorded.year in (None, written.year)
        and recorded.month in (None, written.month)
        and recorded.day in (None, written.day)
    )


def agrees(mention: Mention, value: Edtf) -> bool:
    """Whether a date in a text may be a recorded one: vaguer, more precise, or within it."""
    ends = [end for end in (value.start, value.end) if end]
    days = [end for end in (mention.start, mention.end) if end]
    return all(any(_may_be(day, end) for end in ends) for day in days) or _inside(days, value)


def _is_inside(written: Day, recorded: Day) -> bool:
    """Whether a date lies within a quarter or half; within a season nothing does for sure."""
    first, last = written.earliest, written.latest
    if first is None or last is None or recorded.part.isdigit():
        return False
    assert recorded.earliest is not None
    assert recorded.latest is not None
    return recorded.earliest <= first and last <= recorded.latest


def _inside(days: list[Day], value: Edtf) -> bool:
    if value.end is None or value.earliest is None or value.latest is None:
        return False
    return all(
        day.earliest is not None
        and day.latest is not None
        and value.earliest <= day.earliest
        and day.latest <= value.latest
        for day in days
    )


def _may_be(one: Day, other: Day) -> bool:
    if one.part or other.part:
        return _overlap(one, other)
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(left is None or right is None or left == right for left, right in pairs)


def _overlap(one: Day, other: Day) -> bool:
    first, last, begin, end = one.earliest, one.latest, other.earliest, other.latest
    if first is None or last is None or begin is None or end is None:
        return False
    return first <= end and begin <= last


@lru_cache(maxsize=2048)
def read(text: str, language: str = "") -> tuple[Mention, ...]:
    """All dates in a normalized text, in order; none in a language whose dates are not known."""
    words = grammar(members(language))
    return () if words is None else tuple(_Reader(text, words).mentions())


class _Reader:
    """Puts the single dates of one text together."""

    def __init__(self, text: str, words: Grammar) -> None:
        self.text, self.words = text, words
        self.last = 0
        """Where the last date that was read ends."""

    def mentions(self) -> list[Mention]:
        single = atoms(self.text, self.words)
        found: list[Mention] = []
        for index, atom in enumerate(single):
            if atom.at >= self.last:
                after = single[index + 1] if index + 1 < len(single) else None
                joined = self._ranged(atom, after)
                found.extend([joined] if joined else self._alone(atom, after))
                self.last = max(self.last, *(one.to for one in found[-_LONGEST_LIST - 1 :]))
        return sorted(map(self._with_words, found), key=lambda one: one.at)

    def _with_words(self, one: Mention) -> Mention:
        """A date with what the words beside it say of it."""
        before = self.text[max(0, one.at - 24) : one.at]
        for near in ("about", "since", "until"):
            if self.words.search(f"near_{near}", before) or self.words.match(
                f"after_{near}", self.text, one.to
            ):
                return replace(one, near=near)
        return one

    def _alone(self, atom: Atom, after: Atom | None) -> list[Mention]:
        """A single date, with the dates of a list that share its month or year."""
        day, at, to, exact = atom
        others = list(self._listed(atom))
        year = others[-1].start.year if others else None
        if after and self.words.fullmatch("list_gap", self.text, to, after.at):
            alike = after.day.month and (after.day.day is None) == (day.day is None)
            year = after.day.year if alike else None
        if after and day.year is None and self._moves(at, after):
            year = after.day.year
        if day.year is None and year is not None:
            day = Day(year, day.month, day.day)
        alone = Mention(day, None, at, to, exact=exact)
        return [alone, *others, *self._both(alone, others)]

    def _both(self, one: Mention, others: list[Mention]) -> Iterator[Mention]:
        """The interval of two days in a row joined by *and*: "11 and 12 September"."""
        if len(others) != 1 or one.start.day is None:
            return
        first, last = sorted((one, others[0]), key=lambda each: each.start.day or 0)
        low, high = sorted((one, others[0]), key=lambda each: each.at)
        follows = (last.start.day or 0) - (first.start.day or 0) == 1
        if follows and "," not in self.text[low.at : high.to].removesuffix(f", {one.start.year}"):
            yield Mention(first.start, last.start, low.at, high.to)

    def _ranged(self, atom: Atom, after: Atom | None) -> Mention | None:
        """The range that a date is one end of, where it is one."""
        behind = _linked(self.text[atom.to : atom.to + 16], self.words)
        before = _linked(self.text[max(self.last, atom.at - 16) : atom.at], self.words)
        if not (behind or before) or self._moves(atom.at, after):
            return None
        found = self._to_another(atom, after) if behind else None
        return found or (self._from_another(atom) if before else None)

    def _moves(self, at: int, after: Atom | None) -> bool:
        """Whether a date is the first of two of which the second takes its place."""
        if self.words.search("moved", self.text, max(self.last, at - _MOVED), at):
            return True
        return (
            after is not None and self.words.match("moved_after", self.text, after.to) is not None
        )

    def _to_another(self, atom: Atom, after: Atom | None) -> Mention | None:
        text, words = self.text, self.words
        day, at, to, _ = atom
        between = words.search("between", text, max(self.last, at - _REACH), at)
        join = words.match("join_and" if between else "join", text, to)
        if after and join and after.at == join.end():
            return _mention(day, after.day, at, after.to)
        if after and (other := words.match("join_or", text, to)) and after.at == other.end():
            return _mention(day, after.day, at, after.to, either=True)
        if join and day.day is not None:
            return self._to_bare(day, at, join.end())
        short = _YEAR_AFTER.match(text, to) if day.month is None else None
        if short and day.year is not None:
            end = day.year // 100 * 100 + int(short["y"])
            return _mention(day, Day(end, None, None), at, short.end())
        return None

    def _to_bare(self, day: Day, at: int, join: int) -> Mention | None:
        """A range whose end is a day without its month: "March 17-19"."""
        bare = self.words.match("bare_after", self.text, join)
        if bare is None or (bare["d"] and not bare["y"] and counted(self.text, bare.end())):
            return None
        year = int(bare["y"]) if bare["y"] else day.year
        last = number(bare["d"] or bare["ja"], self.words)
        return _mention(day, Day(year, day.month, last), at, bare.end())

    def _from_another(self, atom: Atom) -> Mention | None:
        """A range whose start is a day or a month alone: "17-19 March", "March to May 2025"."""
        words, day, at = self.words, atom.day, atom.at
        left = self.text[max(self.last, at - _REACH) : at]
        if day.day is not None and self.text[at].isdigit():
            bare = words.search("bare_before", left)
            if bare and (not bare["and"] or words.search("between", left[: bare.start()])):
                first = Day(day.year, day.month, number(bare["d"], words))
                return _mention(first, day, at - len(left) + bare.start(), atom.to)
        if day.month is not None and day.day is None:
            before = words.search("month_before", left)
            if before and (
                words.search("between", left[: before.start()])
                if before["and"]
                else not before["list"]
            ):
                first = Day(day.year, number(before["m"], words), None)
                return _mention(first, day, at - len(left) + before.start(), atom.to)
        return None

    def _listed(self, atom: Atom) -> Iterator[Mention]:
        """The days and months that share the month or year of one in a list: "2 and 3 March"."""
        day, at, to, _ = atom
        if not (
            _linked(self.text[to : to + 8], self.words)
            or _linked(self.text[max(self.last, at - 8) : at], self.words)
        ):
            return
        if day.day is None:
            yield from self._month_before(day, at)
        elif self.text[at].isdigit():
            yield from self._days_before(day, at)
        elif day.year is None:
            yield from self._days_after(day, to)

    def _month_before(self, day: Day, at: int) -> Iterator[Mention]:
        left = self.text[max(self.last, at - _REACH) : at]
        before = self.words.search("month_before", left) if day.month else None
        if before and (before["and"] or before["list"]):
            start = at - len(left) + before.start()
            month = Day(day.year, number(before["m"], self.words), None)
            yield Mention(month, None, start, start + len(before["m"]))

    def _days_before(self, day: Day, end: int) -> Iterator[Mention]:
        for _ in range(_LONGEST_LIST):
            left = self.text[max(self.last, end - 16) : end]
            bare = self.words.search("list_before", left)
            if bare is None or not 1 <= number(bare["d"], self.words) <= 31:
                return
            end = end - len(left) + bare.start()
            listed = Day(day.year, day.month, number(bare["d"], self.words))
            yield Mention(listed, None, end, end + len(bare["d"]))

    def _days_after(self, day: Day, end: int) -> Iterator[Mention]:
        days: list[tuple[int, int, int]] = []
        while len(days) < _LONGEST_LIST and (
            bare := self.words.match("list_after", self.text, end)
        ):
            if counted(self.text, bare.end()):
                break
            days.append((number(bare["d"], self.words), bare.start("d"), bare.end("d")))
            end = bare.end()
        after = self.words.match("list_year", self.text, end) if days else None
        year = int(after["y"]) if after else None
        for one, start, stop in days:
            if 1 <= one <= 31:
                yield Mention(Day(year, day.month, one), None, start, stop)


def _linked(beside: str, words: Grammar) -> bool:
    """True if the words beside a date can link it to another."""
    return words.search("linking", beside) is not None


def _mention(start: Day, end: Day, at: int, to: int, either: bool = False) -> Mention | None:
    """The range between two dates; None where the second is the earlier one."""
    if start.year is None and end.year is not None:
        start = Day(end.year, start.month, start.day)
    elif end.year is None and start.year is not None:
        end = Day(start.year, end.month, end.day)
    first, last = start.earliest, end.latest
    if not either and first is not None and last is not None and last < first:
        return None
    return Mention(start, end, at, to, either)
