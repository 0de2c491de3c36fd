"""Values of a kind in a text, through the readers there are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from policykb.evidence import dates, numbers
from policykb.evidence.links import Mention, Names, swallowed

_MEASURE = re.compile(r"([ -]?)([A-Za-z][\w/]*|[\u30a0-\u30ff\u3400-\u9fff]{1,2}[所]?)")
_LIGHT = frozenset(
    "a an and at by for from in of on or the to with is was were are has have had per as than that "
    "which who when while after before since until over under its their".split()
)


class Found(NamedTuple):
    """A value in a text; ``at`` and ``to`` enclose it; ``unit`` is the class of a number."""

    value: Any
    at: int
    to: int
    unit: str = ""


@lru_cache(maxsize=4096)
def read(kind: str, text: str, language: str) -> tuple[Found, ...]:
    """Every value of a kind in a text."""
    if kind == "date":
        return tuple(Found(one, one.at, one.to) for one in dates.read(text))
    if kind == "number":
        return tuple(
            Found((one.amount, one.kind == "%"), one.at, one.to, _unit(text, one))
            for one in numbers.stated(text)
            if one.amount is not None and one.kind in ("", "%", "points")
        )
    if kind == "country":
        return _countries(text)
    return ()


def _unit(text: str, one: Any) -> str:
    if one.money:
        return str(one.money)
    if one.kind in ("%", "points"):
        return "%"
    found = _MEASURE.match(text, one.to)
    if found is None or found[2].lower() in _LIGHT:
        return ""
    word = found[2].lower()
    if word.isascii() and len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    return ("-" if found[1] == "-" else "") + word


@cache
def _places() -> Names:
    from policykb.evidence.countries import _ELSEWHERE
    from policykb.values.country_names import ADJECTIVES, JAPANESE, NAMES

    found = [(code, word) for code, words in NAMES.items() for word in words]
    found += [(code, word) for code, words in ADJECTIVES.items() for word in words]
    found += [(code, word) for code, words in JAPANESE.items() for word in words]
    found += [("", word) for word in _ELSEWHERE]
    found += [("JP", "我が国"), ("WORLD", "global"), ("WORLD", "worldwide"), ("WORLD", "世界")]
    return Names(found, derive=False)


def _countries(text: str) -> tuple[Found, ...]:
    found: list[Mention] = _places().scan(text)
    return tuple(
        Found(next(iter(one.records)), one.at, one.to)
        for one in found
        if len(one.records) == 1 and "" not in one.records and swallowed(one, found) is None
    )


def shows(kind: str, found: Found, value: Any) -> bool:
    """Whether a value read shows a recorded one."""
    if kind == "date":
        return dates._covers(found.value, value)
    if kind == "number":
        return bool(found.value == (value.amount, value.percent))
    return bool(found.value == value)


def agrees(kind: str, found: Found, value: Any) -> bool:
    """Whether a value read may be a recorded one, more or less precisely."""
    if kind != "date":
        return shows(kind, found, value)
    ends = [end for end in (value.start, value.end) if end]
    days = [end for end in (found.value.start, found.value.end) if end]
    return all(any(_may_be(day, end) for end in ends) for day in days) or _inside(days, value)


def _inside(days: list[Any], value: Any) -> bool:
    if value.end is None or value.earliest is None:
        return False
    return all(
        day.earliest and value.earliest <= day.earliest and day.latest <= value.latest
        for day in days
    )


def _may_be(one: Any, other: Any) -> bool:
    return (
        (one.year is None or other.year is None or one.year == other.year)
        and (one.month is None or other.month is None or one.month == other.month)
        and (one.day is None or other.day is None or one.day == other.day)
    )
