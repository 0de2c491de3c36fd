"""Dates as prose writes them, the ends of ranges and the days of lists put together.

A date in the text shows a recorded one that is equally or less precise: "21 May 2025" shows 2025-05
and XXXX-05-21, "May 2025" does not show 2025-05-21. A range shows an interval with the same ends,
and a vaguer date that both its ends lie in. A change ("moved from … to …") is two dates and no
interval. A fiscal year is not a calendar year.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from itertools import pairwise, zip_longest
from operator import itemgetter

from policykb.text.language import members
from policykb.values.base import Found
from policykb.values.edtf import Day, Edtf, month_length
from policykb.values.reading.date_forms import number, of_year, single
from policykb.values.reading.date_words import Grammar, grammar

_REACH = 44
_MOVED = 90
_GAP = 40
_ANY = 2000
"""A leap year, for dates without a year."""
_LONGEST_LIST = 6
BARE = "bare"
"""The cue of a day that goes by the month or year of a date beside it."""


def is_date(text: str) -> bool:
    """Whether a normalized text is a date and nothing else. A bare number is not: nothing says
    that it is a year."""
    found = read(text)
    whole = len(found) == 1 and (found[0].at, found[0].to) == (0, len(text))
    return whole and not text.isdecimal()


def shows(text: str, value: Edtf, language: str = "") -> bool:
    """Whether a normalized text shows a date."""
    return any(covers(one, value) for one in read(text, language))


def covers(found: Found, value: Edtf) -> bool:
    """Whether a date in a text shows a recorded one."""
    said: Edtf = found.value
    if found.cue == "impossible":
        return False
    if found.cue == "exact" and _precision(said.start) != _precision(value.start):
        return False
    if value.open:
        known = found.bound == ("since" if value.open == "end" else "until")
        return known and said.end is None and _within(said.start, value.start)
    if value.end is not None and (said.end is None or found.cue == "either"):
        return False
    first, last = value.start, value.end or value.start
    return _within(said.start, first) and _within(said.end or said.start, last)


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


def agrees(found: Found, value: Edtf) -> bool:
    """Whether a date in a text may be a recorded one: vaguer, more precise, or within it."""
    if found.cue == "impossible":
        return False
    days = [found.value.start, found.value.end or found.value.start]
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
def read(text: str, language: str = "") -> tuple[Found, ...]:
    """All dates in a normalized text, in order; none in a language whose dates are not known. The
    cue is ``either`` for the one date or the other, which are no interval; ``exact`` where it shows
    nothing vaguer than itself ("the year ended 31 March 2025" does not show 2025); ``impossible``
    for a day of a list that no calendar has."""
    words = grammar(members(language))
    if words is None:
        return ()
    completed = _completed(text, words)
    days = [one for one in completed if _is_day(one.value)]
    links = [_link(text, one, other, words) for one, other in pairwise(days)]
    _share_years(days, links)
    joined = [one for one in _joined(text, days, links) if _is_day(one.value.start)]
    found = [_with_words(text, one, words) for one in joined]
    found += [
        one._replace(value=Edtf(one.value), cue="impossible")
        for one in completed
        if one.cue == BARE and not _is_day(one.value)
    ]
    return tuple(sorted(found, key=itemgetter(1)))


def _is_day(day: Day) -> bool:
    """Whether a calendar has it: a date that goes by another's month or year may be none."""
    if day.year is not None and not MINYEAR <= day.year <= MAXYEAR:
        return False
    return not (day.day and day.month) or day.day <= month_length(day.year, day.month)


def _joined(text: str, days: list[Found], links: list[str]) -> Iterator[Found]:
    """The dates, the two ends of each range as one."""
    ended = -1
    for index, (one, other) in enumerate(zip_longest(days, days[1:])):
        if index == ended:
            continue
        link = links[index] if other else ""
        joined = _range(one, other, link == "or") if link in ("to", "or") else None
        if joined:
            ended = index + 1
            yield joined
            continue
        yield Found(Edtf(one.value), one.at, one.to, cue="" if one.cue == BARE else one.cue)
        if link == "and" and "and" not in (*links[:index][-1:], *links[index + 1 : index + 2]):
            yield from _row(text, one, other)


def _row(text: str, one: Found, other: Found) -> Iterator[Found]:
    """The interval of two days in a row that share a month: "11 and 12 September". Two whole dates
    are two, and so are two with a comma between."""
    if BARE not in (one.cue, other.cue) or "," in text[one.to : other.at]:
        return
    first, last = one.value, other.value
    same = (first.year, first.month) == (last.year, last.month)
    if same and first.day and last.day == first.day + 1:
        yield Found(Edtf(first, last), one.at, other.to)


def _with_words(text: str, one: Found, words: Grammar) -> Found:
    """A date with what the words beside it say of it."""
    before = text[max(0, one.at - 24) : one.at]
    if not (words.search("near", before) or words.match("after", text, one.to)):
        return one
    for near in ("about", "since", "until"):
        if words.search(f"near_{near}", before) or words.match(f"after_{near}", text, one.to):
            return one._replace(bound=near)
    return one


def _link(text: str, one: Found, other: Found, words: Grammar) -> str:
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


def _share_years(days: list[Found], links: list[str]) -> None:
    """Give a date without a year that of the next one in a list or a change."""
    for index in range(len(links) - 1, -1, -1):
        day, after = days[index].value, days[index + 1].value
        alike = after.month and (after.day is None) == (day.day is None)
        if day.year is None and (links[index] == "moved" or (links[index] == "and" and alike)):
            days[index] = of_year(days[index], after.year)


# Days and months that go by the month or year of a date beside them: "17-19 March", "April and May
# 2024", "March 3, 4 and 5, 2024"


def _completed(text: str, words: Grammar) -> list[Found]:
    """The single dates of a text, with those that are none by themselves."""
    found: list[Found] = []
    low = 0
    whole = single(text, words)
    for one, following in zip_longest(whole, whole[1:]):
        if one.at >= low:
            high = following.at if following else len(text)
            before, after = _before(text, one, low, words), _after(text, one, high, words)
            year = after[-1].value.year if after else None
            found += [*reversed([*before]), of_year(one, year), *after]
            low = found[-1].to
    return found


def _before(text: str, one: Found, low: int, words: Grammar) -> Iterator[Found]:
    """The days or months before a date that go by it, the last one first."""
    whole: Day = one.value
    (year, month, day), at = (whole.year, whole.month, whole.day), one.at
    key = "month_before" if day is None else "day_before"
    if month is None or (day and not text[at].isdigit()):
        return
    for _ in range(_LONGEST_LIST):
        left = text[max(low, at - _REACH) : at]
        may_link = day or words.search("linking", left[-16:])
        match = words.search(key, left) if may_link else None
        value = number(match["one"], words) if match else 0
        if match is None or not 0 < value < (day or month):
            return
        day, month = (value, month) if day else (None, value)
        at += match.start() - len(left)
        yield Found(Day(year, month, day), at, at + len(match["one"]), cue=BARE)


def _after(text: str, one: Found, high: int, words: Grammar) -> list[Found]:
    """The days between a date and the next one that go by its month, the year behind the last being
    that of all; and the year behind a year: "2021-23"."""
    day: Day = one.value
    end = one.to
    short = words.match("year_after", text, end) if day.month is None and day.year else None
    if short and day.year and int(short["y"]) > day.year % 100:
        year = day.year // 100 * 100 + int(short["y"])
        return [Found(Day(year, None, None), short.start("y"), short.end())]
    found: list[Found] = []
    listed = not text[one.at].isdigit() and day.year is None
    while day.day and len(found) < _LONGEST_LIST:
        match = words.match("day_after", text, end)
        is_day = match and (match["to"] or match["ja"] or listed)
        if match is None or not (is_day or _is_between(text, one.at, words)):
            break
        written = "one" if match["one"] else "ja"
        value, at = number(match[written], words), match.start(written)
        counts = match["one"] and not match["y"] and words.match("count", text, match.end())
        if counts or at >= high or not day.day < value <= 31:
            break
        day, end = Day(int(match["y"]) if match["y"] else day.year, day.month, value), match.end()
        found.append(Found(day, at, end, cue=BARE))
        if match["y"]:
            break
    return [of_year(each, day.year) for each in found]


def _is_between(text: str, at: int, words: Grammar) -> bool:
    return words.search("between", text, max(0, at - _REACH), at) is not None


def _range(one: Found, other: Found, either: bool) -> Found | None:
    """The range between two dates; None where one is no day or the second is the earlier one."""
    start: Day = of_year(one, other.value.year).value
    end: Day = of_year(other, start.year).value
    if not (_is_day(start) and _is_day(end)):
        return None
    first, last = start.earliest, end.latest
    if not either and first is not None and last is not None and last < first:
        return None
    return Found(Edtf(start, end), one.at, other.to, cue="either" if either else "")
