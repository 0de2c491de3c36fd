"""Whether quotations show a field's value: one question, answered by the value's type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from policykb.evidence import terms, words
from policykb.evidence.document.quotation import Quotation
from policykb.evidence.names import NameIndex
from policykb.values.base import ValueType
from policykb.values.reading import dates
from policykb.values.term import Vocabulary


class Context(NamedTuple):
    """What a value is read against: every name of the base, and the record it belongs to."""

    names: NameIndex
    record: str


Reader = Callable[[Quotation, Any, Context], bool]
"""Tells whether a quotation shows one value (one item of a list) by its words."""


def reader(field: str, kind: ValueType, link: bool = False) -> Reader:
    """The reader of a field's values. ``kind`` is the field's value type; ``link`` tells that its
    values are records' ids."""
    if link and field not in _RELATIONS:
        return _shows_name
    if link:
        return lambda quote, target, context: _shows_relation(quote, field, target, context)
    if isinstance(kind, Vocabulary):
        return lambda quote, item, context: terms.shows(quote, kind, item)
    if kind.name == "date":
        return lambda quote, item, context: dates.shown_in(quote.wide, item)
    if kind.name == "number":
        from policykb.values.reading import numbers

        return lambda quote, item, context: numbers.shown_in(quote.wide, item)
    if kind.name == "country":
        return lambda quote, code, context: _shows_country(quote, field, code, context)
    return lambda quote, item, context: words.shows(quote.lower, kind.print(item), field)


def mapped(quote: Quotation, field: str, kind: ValueType, item: Any) -> bool:
    """Whether a quotation's ``shows`` maps words of it to the value."""
    if not quote.mappings:
        return False
    written = kind.print(item)
    return any(one.field == field and one.value == written for one in quote.mappings)


def shows(
    quote: Quotation, field: str, kind: ValueType, item: Any, context: Context, link: bool = False
) -> bool:
    """Whether a quotation shows one value (one item of a list), by its ``shows`` mapping or by its
    words."""
    return mapped(quote, field, kind, item) or reader(field, kind, link)(quote, item, context)


def unshown(
    quotes: Sequence[Quotation],
    field: str,
    kind: ValueType,
    value: Any,
    context: Context,
    *,
    many: bool,
    link: bool = False,
) -> list[tuple[Any, Quotation | None]]:
    """What the quotations that support a field leave unshown: for a list the items that none of
    them shows (with None), for a single value each quotation that does not show it."""
    if many:
        return [
            (item, None)
            for item in value
            if not any(shows(quote, field, kind, item, context, link) for quote in quotes)
        ]
    return [
        (value, quote) for quote in quotes if not shows(quote, field, kind, value, context, link)
    ]


_RELATIONS = ("issued_by", "holder", "affiliation")
"""Links for which a name in the quotation is not enough."""


@cache
def _place_reader() -> Callable[[Quotation, str, NameIndex, str], bool]:
    """The reader of places, imported by the first base that has one, and once."""
    from policykb.evidence.places import is_named

    return is_named


def _shows_country(quote: Quotation, field: str, code: str, context: Context) -> bool:
    if field != "country":
        return _place_reader()(quote, code, context.names, field)
    from policykb.evidence.homes import names_home

    return around(
        quote,
        lambda text, low, high: names_home(text, low, high, code, context.names, context.record),
    )


def _shows_name(quote: Quotation, target: str, context: Context) -> bool:
    names = context.names
    return names.plainly(quote.names, target) or _names(quote, target, names)


def _shows_relation(quote: Quotation, field: str, target: str, context: Context) -> bool:
    names, record = context

    def stands(text: str, low: int, high: int) -> bool:
        found = _within(names, text, target, low, high)
        if not found:
            return False
        if field == "issued_by":
            from policykb.evidence.issuers import issues

            own = names.of(record)
            return any(issues(text, at, end, own) for at, end in found)
        others = _within(names, text, record, low, high)
        if field == "holder":
            from policykb.evidence.holders import holds

            return any(holds(text, at, end, others) for at, end in found)
        from policykb.evidence.affiliations import employs

        return any(employs(text, at, end, others) for at, end in found)

    return around(quote, stands)


def _within(names: NameIndex, text: str, record: str, low: int, high: int) -> list[tuple[int, int]]:
    return [(at, end) for at, end in names.occurrences(text, record) if low <= at and end <= high]


def around(quote: Quotation, stands: Callable[[str, int, int], bool]) -> bool:
    """Whether something stands in a quotation, and still does where the words around the quotation
    in its source are read with it: a cut before "Street" or behind "not" hides nothing.

    ``stands`` takes a text and the part of it that is quoted, which alone may show anything.
    """
    text = quote.names
    if not stands(text, 0, len(text)):
        return False
    wide = quote.wide_names
    if len(wide) == 1:
        return wide[0][0] == text or stands(*wide[0])
    alone = [one for one in wide if stands(one[0][one[1] : one[2]], 0, one[2] - one[1])]
    if alone:
        return any(stands(*one) for one in alone)
    left, right = wide[0][0][: wide[0][1]], wide[-1][0][wide[-1][2] :]
    return stands(left + text + right, len(left), len(left) + len(text))


def _names(quote: Quotation, target: str, names: NameIndex) -> bool:
    """Whether a quotation names a record by itself, not within a longer known name, which may go
    on behind a cut."""
    text = quote.names
    found = names.occurrences(text, target)
    if not found or not quote.cut(found) or not any(map(names.longer, names.of(target))):
        return bool(found)
    return any(_within(names, wide, target, low, high) for wide, low, high in quote.wide_names)
