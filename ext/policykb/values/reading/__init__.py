"""Reading values in texts: every value of a kind, and where a text shows a given one.

Kinds are ``date``, ``number``, ``money`` and ``country``. Texts are normalized, in their letter
case; a language is the tag of a source. Every reader is linear in the text.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from policykb.text.language import by_language, conventions, members, words_of
from policykb.values.date import Edtf
from policykb.values.money import Money
from policykb.values.number import Number
from policykb.values.reading import countries, dates, numbers

KINDS = ("date", "number", "money", "country")
Span = tuple[int, int]


class Found(NamedTuple):
    """A value in a text; ``at`` and ``to`` enclose it.

    ``value``: an `Edtf`, a `Number`, a `Money` or a country's code. ``unit``: what a number counts
    (``%``, ``points``, a currency's code or the word after it). ``bound``: how exact a number's own
    words say it is. ``cue``: that of a `countries.Place`, or ``either`` for one of two dates.
    """

    value: Any
    at: int
    to: int
    unit: str = ""
    bound: str = ""
    cue: str = ""


def covers(kind: str, language: str) -> str:
    """How well a language is read: ``full`` if a value that is not found is absent; ``table`` if
    only a value that is found is sure; empty if nothing is read."""
    known = members(language)
    if kind not in KINDS or conventions(known) is None:
        return ""
    if kind == "country" and not any(one in by_language("months") for one in known):
        return ""
    section = {"date": "dates", "country": "places"}.get(kind, "numbers")
    return "full" if any(section in words_of(one) for one in known) else "table"


def read(kind: str, text: str, language: str = "") -> tuple[Found, ...]:
    """Every value of a kind in a text, in order; a range of dates is one, of numbers none."""
    if kind == "date":
        return tuple(_date(one) for one in dates.read(text, language))
    if kind == "country":
        return tuple(
            Found(one.code, one.at, one.to, cue=one.cue) for one in countries.read(text, language)
        )
    figures = numbers.read(text, language)
    if kind == "money":
        return tuple(
            Found(Money(one.amount, one.unit), one.at, one.to, one.unit, one.bound)
            for one in figures
            if one.money
        )
    return tuple(
        Found(Number(text[one.at : one.to], one.amount, one.percent), one.at, one.to, *one[4:6])
        for one in figures
    )


def _date(one: dates.Mention) -> Found:
    return Found(Edtf(one.start, one.end), one.at, one.to, cue="either" if one.either else "")


def shows(kind: str, value: Any, text: str, language: str = "") -> tuple[Span, ...]:
    """Where a text shows a value: a date also by a more precise one, a range by its two ends."""
    if kind == "date":
        found = dates.read(text, language)
        return tuple((one.at, one.to) for one in found if dates.covers(one, value))
    return tuple((one.at, one.to) for one in read(kind, text, language) if _is(kind, one, value))


def _is(kind: str, one: Found, value: Any) -> bool:
    if kind == "country":
        return bool(one.value == value)
    if kind == "money":
        return bool(one.value == value)
    return (one.value.amount, one.value.percent) == (value.amount, value.percent)


def agrees(kind: str, one: Found, value: Any) -> bool:
    """Whether a value in a text may be a given one; of a date a vaguer or more precise form of it,
    or one within it."""
    if kind != "date":
        return _is(kind, one, value)
    return dates.agrees(dates.Mention(one.value.start, one.value.end, one.at, one.to), value)
