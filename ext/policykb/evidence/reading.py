"""What else a text reads as: another value of the same kind than the one recorded.

A dispute has to show one, and the words of a ``shows`` mapping must not.
"""

from __future__ import annotations

from typing import Any

from policykb.evidence.document.quotation import Quotation
from policykb.evidence.shown import Context, shows
from policykb.model import TYPES, Spec
from policykb.values.date import Day
from policykb.values.reading import dates, numbers
from policykb.values.term import Vocabulary

_MOVED = frozenset("after before later earlier following next previous eve within until".split())
"""Words that make another day of the one they stand with."""


def is_other(quote: Quotation, field: str, spec: Spec, value: Any, context: Context) -> bool | None:
    """Whether a quotation shows another value than the recorded one for a field that holds a date,
    a number, a country, a word of a vocabulary or a link; None for free text, where nothing can
    tell."""
    kind = spec.value
    if spec.is_link:
        prefixes = tuple(TYPES[target].PREFIX for target in spec.targets if target in TYPES)
        return any(
            one not in (value, context.record) and context.names.occurrences(quote.names, one)
            for one in context.names.records()
            if one.startswith(prefixes)
        )
    if isinstance(kind, Vocabulary):
        return any(
            shows(quote, field, kind, other, context) for other in kind.values if other != value
        )
    if kind.name == "date":
        ends = [value.start, value.end] if value.end else [value.start]
        return any(not _agrees(day, ends) for day in _days(quote.text))
    if kind.name == "number":
        return any(
            (figure.amount, figure.percent) != (value.amount, value.percent)
            for figure in numbers.read(quote.text)
        )
    if kind.name == "country":
        return _other_country(quote, field, spec, value, context)
    return None


def reads_as_other(words: str, field: str, spec: Spec, value: Any, context: Context) -> bool:
    """Whether words by themselves are another date, number or country than the recorded one."""
    kind, text = spec.value, Quotation(words)
    if spec.is_link:
        return False
    if kind.name == "date":
        if not _MOVED.isdisjoint(words.lower().split()):
            return False
        ends = [value.start, value.end] if value.end else [value.start]
        found = _days(text.text)
        return bool(found) and not any(_agrees(day, ends) for day in found)
    if kind.name == "number":
        return any(
            (figure.amount, figure.percent) != (value.amount, value.percent)
            and not any(char.isalnum() for char in text.text[: figure.at] + text.text[figure.to :])
            for figure in numbers.read(text.text)
        )
    if kind.name == "country":
        from policykb.evidence.countries import places
        from policykb.values.country_names import NAMES

        if places(text.names, value):
            return False
        return any(places(text.names, code) for code in NAMES if code != "WORLD")
    return False


def _days(text: str) -> list[Day]:
    return [day for one in dates.read(text) for day in (one.start, one.end) if day is not None]


def _agrees(written: Day, recorded: list[Day]) -> bool:
    """Whether a written day, month or year may be one of those recorded."""
    return any(
        (written.year is None or day.year is None or written.year == day.year)
        and (written.month is None or day.month is None or written.month == day.month)
        and (written.day is None or day.day is None or written.day == day.day)
        for day in recorded
    )


def _other_country(quote: Quotation, field: str, spec: Spec, value: str, context: Context) -> bool:
    from policykb.evidence.countries import places
    from policykb.values.country_names import NAMES

    return any(
        shows(quote, field, spec.value, code, context)
        for code in NAMES
        if code != value and places(quote.names, code)
    )
