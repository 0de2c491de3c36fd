"""Dates as prose writes them, the ends of ranges and the days of lists put together.

A date in the text shows a recorded one that is equally or less precise: "21 May 2025" shows 2025-05
and XXXX-05-21, "May 2025" does not show 2025-05-21. A range shows an interval with the same ends,
and a vaguer date that both its ends lie in. A change ("moved from … to …") is two dates and no
interval. A fiscal year is not a calendar year.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from itertools import pairwise, zip_longest
from operator import attrgetter

from policykb.text.language import members
from policykb.values.edtf import Day, Edtf, month_length
from policykb.values.reading.date_forms import Atom, atoms, number
from policykb.values.reading.date_words import Grammar, grammar

_REACH = 44
_MOVED = 90
_GAP = 40
_ANY = 2000
"""A leap year, for dates without a year."""
_LONGEST_LIST = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text: one day, month or year, or a range; ``at`` and ``to`` enclose it.

    ``either``: the one date or the other, no interval. ``exact``: it shows nothing vaguer than
    itself ("the year ended 31 March 2025" does not show 2025). ``near``: ``about``, ``since`` or
    ``until``, where words beside it say so. ``impossible``: a day of a list that no calendar has.
    """

    start: Day
    end: Day | None
    at: int
    to: int
    either: bool = False
    exact: bool = False
    near: str = ""
    impossible: bool = False


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
    if mention.impossible:
        return False
    if mention.exact and _precision(mention.start) != _precision(value.start):
        return False
    if value.open:
        known = mention.near == ("since" if value.open == "end" else "until")
        return known and mention.end is None and _within(mention.start, value.start)
    if value.end is not None and (mention.end is None or mention.either):
        return False
    first, last = value.start, value.end or value.start
    return _within(mention.start, first) and _within(mention.end or mention.start, last)


def _precision(day: Day) -> tuple[bool, bool]:
    return day.month is None, day.day is None


def _within(written: Day, recorded: Day) -> bool:
    """Whether all days that a date can mean are days of a recorded one; within a season none is for
    sure."""
    if written == recorded:
        return True
    if recorded.part.isdigit() or (written.year is None and recorded.year is not None):
        return (recorded.part, recorded.year) == (written.part, written.year)
    first, last = _days(written, written, recorded.year is None)
    low, high = _days(recorded, recorded, recorded.year is None)
    return low <= first and last <= high


def agrees(mention: Mention, value: Edtf) -> bool:
    """Whether a date in a text may be a recorded one: vaguer, more precise, or within it."""
    if mention.impossible:
        return False
    days = [mention.start, mention.end or mention.start]
    yearless = None in (value.start.year, *(day.year for day in days))
    low, high = _days(value.start, value.end or value.start, yearless)
    spans = (_days(day, day, yearless) for day in days)
    return all(first <= high and low <= last for first, last in spans)


def _days(start: Day, end: Day, yearless: bool) -> tuple[date, date]:
    """The first and the last day of two dates; of one year, where one that is compared has none."""
    if yearless:
        start, end = replace(start, year=_ANY), replace(end, year=_ANY)
    assert start.earliest
    assert end.latest
    return start.earliest, end.latest


@lru_cache(maxsize=2048)
def read(text: str, language: str = "") -> tuple[Mention, ...]:
    """All dates in a normalized text, in order; none in a language whose dates are not known."""
    words = grammar(members(language))
    if words is None:
        return ()
    completed = _completed(text, words)
    single = [one for one in completed if _is_day(one.day)]
    links = [_link(text, one, other, words) for one, other in pairwise(single)]
    _share_years(single, links)
    joined = [one for one in _joined(text, single, links) if _is_day(one.start)]
    found = [_with_words(text, one, words) for one in joined]
    found += [
        Mention(one.day, None, one.at, one.to, impossible=True)
        for one in completed
        if one.bare and not _is_day(one.day)
    ]
    return tuple(sorted(found, key=attrgetter("at")))


def _is_day(day: Day) -> bool:
    """Whether a calendar has it: a date that goes by another's month or year may be none."""
    if day.year is not None and not MINYEAR <= day.year <= MAXYEAR:
        return False
    return not (day.day and day.month) or day.day <= month_length(day.year, day.month)


def _joined(text: str, single: list[Atom], links: list[str]) -> Iterator[Mention]:
    """The dates, the two ends of each range as one."""
    ended = -1
    for index, (one, other) in enumerate(zip_longest(single, single[1:])):
        if index == ended:
            continue
        link = links[index] if other else ""
        joined = _mention(one, other, link == "or") if link in ("to", "or") else None
        if joined:
            ended = index + 1
            yield joined
            continue
        yield Mention(one.day, None, one.at, one.to, exact=one.exact)
        if link == "and" and "and" not in (*links[:index][-1:], *links[index + 1 : index + 2]):
            yield from _row(text, one, other)


def _row(text: str, one: Atom, other: Atom) -> Iterator[Mention]:
    """The interval of two days in a row that share a month: "11 and 12 September". Two whole dates
    are two, and so are two with a comma between."""
    if not (one.bare or other.bare) or "," in text[one.to : other.at]:
        return
    same = (one.day.year, one.day.month) == (other.day.year, other.day.month)
    if same and one.day.day and other.day.day == one.day.day + 1:
        yield Mention(one.day, other.day, one.at, other.to)


def _with_words(text: str, one: Mention, words: Grammar) -> Mention:
    """A date with what the words beside it say of it."""
    before = text[max(0, one.at - 24) : one.at]
    if not (words.search("near", before) or words.match("after", text, one.to)):
        return one
    for near in ("about", "since", "until"):
        if words.search(f"near_{near}", before) or words.match(f"after_{near}", text, one.to):
            return replace(one, near=near)
    return one


def _link(text: str, one: Atom, other: Atom, words: Grammar) -> str:
    """How the words between two dates link them: ``to`` (a range), ``moved`` (a change), ``or``,
    ``and`` (in a list); empty where they do not."""
    if other.at - one.to > _GAP:
        return ""
    left = text[max(0, one.at - _MOVED) : one.at]
    key = "join_and" if words.search("between", left) else "join"
    if words.fullmatch(key, text, one.to, other.at):
        moved = words.search("moved", left) or words.match("moved_after", text, other.to)
        return "moved" if moved else "to"
    for link, key in (("or", "join_or"), ("and", "list_gap")):
        if words.fullmatch(key, text, one.to, other.at):
            return link
    return ""


def _share_years(single: list[Atom], links: list[str]) -> None:
    """Give a date without a year that of the next one in a list or a change."""
    for index in range(len(links) - 1, -1, -1):
        day, after = single[index].day, single[index + 1].day
        alike = after.month and (after.day is None) == (day.day is None)
        if day.year is None and (links[index] == "moved" or (links[index] == "and" and alike)):
            single[index] = single[index].of_year(after.year)


# Days and months that go by the month or year of a date beside them: "17-19 March", "April and May
# 2024", "March 3, 4 and 5, 2024"


def _completed(text: str, words: Grammar) -> list[Atom]:
    """The single dates of a text, with those that are none by themselves."""
    found: list[Atom] = []
    low = 0
    single = atoms(text, words)
    for atom, following in zip_longest(single, single[1:]):
        if atom.at >= low:
            high = following.at if following else len(text)
            before, after = _before(text, atom, low, words), _after(text, atom, high, words)
            year = after[-1].day.year if after else None
            found += [*reversed([*before]), atom.of_year(year), *after]
            low = found[-1].to
    return found


def _before(text: str, atom: Atom, low: int, words: Grammar) -> Iterator[Atom]:
    """The days or months before a date that go by it, the last one first."""
    (year, month, day), at = (atom.day.year, atom.day.month, atom.day.day), atom.at
    key = "month_before" if day is None else "day_before"
    if month is None or (day and not text[at].isdigit()):
        return
    for _ in range(_LONGEST_LIST):
        left = text[max(low, at - _REACH) : at]
        match = words.search(key, left) if words.search("linking", left[-16:]) else None
        value = number(match["one"], words) if match else 0
        if match is None or not 0 < value < (day or month):
            return
        day, month = (value, month) if day else (None, value)
        at += match.start() - len(left)
        yield Atom(Day(year, month, day), at, at + len(match["one"]), bare=True)


def _after(text: str, atom: Atom, high: int, words: Grammar) -> list[Atom]:
    """The days between a date and the next one that go by its month, the year behind the last being
    that of all; and the year behind a year: "2021-23"."""
    day, end = atom.day, atom.to
    short = words.match("year_after", text, end) if day.month is None and day.year else None
    if short and day.year and int(short["y"]) > day.year % 100:
        year = day.year // 100 * 100 + int(short["y"])
        return [Atom(Day(year, None, None), short.start("y"), short.end())]
    found: list[Atom] = []
    listed = not text[atom.at].isdigit() and day.year is None
    while day.day and len(found) < _LONGEST_LIST:
        match = words.match("day_after", text, end)
        is_day = match and (match["to"] or match["ja"] or listed)
        if match is None or not (is_day or _is_between(text, atom.at, words)):
            break
        written = "one" if match["one"] else "ja"
        value, at = number(match[written], words), match.start(written)
        counts = match["one"] and not match["y"] and words.match("count", text, match.end())
        if counts or at >= high or not day.day < value <= 31:
            break
        day, end = Day(int(match["y"]) if match["y"] else day.year, day.month, value), match.end()
        found.append(Atom(day, at, end, bare=True))
        if match["y"]:
            break
    return [one.of_year(day.year) for one in found]


def _is_between(text: str, at: int, words: Grammar) -> bool:
    return words.search("between", text, max(0, at - _REACH), at) is not None


def _mention(one: Atom, other: Atom, either: bool) -> Mention | None:
    """The range between two dates; None where one is no day or the second is the earlier one."""
    start = one.of_year(other.day.year).day
    end = other.of_year(start.year).day
    if not (_is_day(start) and _is_day(end)):
        return None
    first, last = start.earliest, end.latest
    if not either and first is not None and last is not None and last < first:
        return None
    return Mention(start, end, one.at, other.to, either)
