"""Values of a kind in a text, as grades look at them: through the readers of values."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from policykb.values import reading
from policykb.values.reading import KINDS as KINDS
from policykb.values.reading import Found as Found
from policykb.values.reading import dates


@lru_cache(maxsize=4096)
def read(kind: str, text: str, language: str) -> tuple[Found, ...]:
    """Every value of a kind in a text: of a date its `Mention`, of a number its amount and whether
    it is a percentage; a unit that a hyphen joins to its number begins with one."""
    if kind == "date":
        return tuple(Found(one, one.at, one.to) for one in dates.read(text, language))
    found = reading.read(kind, text, language)
    if kind != "number":
        return found
    return tuple(
        one._replace(value=(one.value.amount, one.value.percent), unit=_unit(text, one))
        for one in found
    )


def _unit(text: str, one: Found) -> str:
    if one.unit == "points":
        return "%"
    return "-" + one.unit if one.unit and text[one.to : one.to + 1] == "-" else one.unit


def shows(kind: str, found: Found, value: Any) -> bool:
    """Whether a value read shows a recorded one."""
    if kind == "date":
        return dates.covers(found.value, value)
    if kind == "number":
        return bool(found.value == (value.amount, value.percent))
    return bool(found.value == value)


def agrees(kind: str, found: Found, value: Any) -> bool:
    """Whether a value read may be a recorded one, more or less precisely."""
    return dates.agrees(found.value, value) if kind == "date" else shows(kind, found, value)


def printed(kind: str, found: Found) -> str:
    """A value read, as a record writes it."""
    if kind == "date":
        one = found.value
        return str(one.start) if one.end is None else f"{one.start}/{one.end}"
    if kind == "number":
        return f"{found.value[0]:f}" + ("%" if found.value[1] else "")
    return str(found.value)
