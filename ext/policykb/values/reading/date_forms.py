"""The single dates of a text: days, months and years, each end of a range by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from policykb.text import money, numerals
from policykb.text.number_words import kanji_amount
from policykb.values.base import Found
from policykb.values.edtf import Day, month_length
from policykb.values.reading.date_words import Grammar

_KANA = re.compile("[\u3041-\u30ff]")
_DIGITS = re.compile(r"\d+")
_REACH = 48

Part = dict[str, str]
"""What a spelling is made of, by the first letters of the names of its groups."""


def of_year(one: Found, year: int | None) -> Found:
    """The same day of a year, where it has none."""
    if one.value.year is not None or year is None:
        return one
    return one._replace(value=replace(one.value, year=year))


def single(text: str, words: Grammar) -> list[Found]:
    """The single dates of a normalized text, in order: each a `Day`, with the cue ``exact`` where
    it shows nothing vaguer than itself."""
    found: list[Found] = []
    last: Day | None = None
    japanese = words.eras and not text.isascii() and _KANA.search(text) is not None
    for match in words.atom.finditer(text):
        groups = zip(words.atom.groupindex, match.groups(), strict=True)
        part = {name[0]: value for name, value in groups if value}
        if part.get("e", "元").isascii() and not japanese:
            continue
        day = _day(part, words, last)
        one = None if day is None else _meant(text, match, part, day, words)
        if one is not None:
            found.append(one)
            last = one.value if one.value.year is not None else last
    return found


def _meant(text: str, match: re.Match[str], part: Part, day: Day, words: Grammar) -> Found | None:
    """The date that a spelling is; None for a count, a label, an issue's or a document's number."""
    at, to = match.span()
    if words.match("issue", text, to):
        return None
    before = text[max(0, at - _REACH) : at]
    alone = "y" not in part and words.english and match["d2"]
    if alone and words.match("count", text, to) and words.search("before_count", before):
        day, to = Day(None, day.month, None), match.end("m2")
    if match["m9"] and not words.search("before_month", before):
        return None
    bare = day.month is None and not day.part and "a" not in part
    if bare and not _is_year(text, at, to, before, words):
        return None
    if match["m4"] and not match["d4"] and words.search("document", before):
        return None
    ended = day.year is not None and words.search("ended", before) is not None
    if ended and day.month is None:
        return None
    return Found(day, at, to, cue="exact" if ended else "")


def _is_year(text: str, at: int, to: int, before: str, words: Grammar) -> bool:
    """True if a bare year is one, and not a fiscal year, count, label or sum."""
    if text[to - 1] in "年년)":
        return True
    if any(words.search(key, before) for key in ("fiscal", "document", "some")):
        return False
    if any(words.match(key, text, to) for key in ("fiscal_after", "counted")):
        return False
    if money.before(text, at)[0] or money.after(text, at, to)[0]:
        return False
    if words.search("yearly", before) or words.search("range_before", before):
        return True
    if words.english:
        return not words.match("plural", text, to) or bool(words.search("named", before))
    after = text[to : to + 2]
    return not after[1:2].isalnum() or (words.nouns_are_capital and after[1:2].islower())


def _day(part: Part, words: Grammar, last: Day | None) -> Day | None:
    """The day of a spelling; None for one that no calendar has. ``last`` is the last date before
    it, which 同年 and 同月 speak of."""
    if "a" in part:
        return _in_digits(part, words)
    year, month, day = (number(part[key], words) if key in part else None for key in "ymd")
    if "s" in part:
        return _valid(last.year, last.month, day) if last and last.month else None
    if "e" in part:
        if year == 0 and part["y"] != "元":
            return None
        year = words.eras[part["e"]] + (year or 1)
    shift = words.years.get(part.get("r", ""))
    if shift is not None:
        year = last.year + shift if last and last.year is not None else None
    if "p" in part and year is not None:
        return Day(year, None, None, words.year_parts[part["p"].lower()])
    return _valid(year, month, day)


def _in_digits(part: Part, words: Grammar) -> Day | None:
    """14.3.2024: the day and the month where only one reading is possible, else the year alone."""
    first, second, year = int(part["a"]), int(part["b"]), int(part["y"])
    if words.order == "dmy":
        return _valid(year, second, first)
    if first <= 12 and second <= 12 and first != second:
        return Day(year, None, None)
    return _valid(year, *((second, first) if first > 12 else (first, second)))


def _valid(year: int | None, month: int | None, day: int | None) -> Day | None:
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= month_length(year, month)):
        return None
    return Day(year, month, day)


def number(text: str, words: Grammar) -> int:
    """The number of a day, month or year in digits, kanji or words."""
    if text.isdecimal():
        return int(text)
    digits = _DIGITS.match(text)
    if digits:
        return int(digits[0])
    plain = text.lower().rstrip(".")
    known: int | Decimal | None = words.months.get(plain, words.ordinals.get(plain))
    if known is None and text.isascii():
        spelled = numerals.quantities(text)
        known = spelled[0].amount if spelled else None
    return int(known if known is not None else kanji_amount(text) or 0)
