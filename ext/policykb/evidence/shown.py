"""Whether quotations show a field's value: one question, answered by the value's type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policykb.evidence import dates, terms, words
from policykb.evidence.names import NameIndex
from policykb.evidence.quotation import Quotation
from policykb.values.base import ValueType
from policykb.values.term import Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is read against: every name of the base, and the record it belongs to."""

    names: NameIndex
    record: str


def shows(
    quote: Quotation, field: str, kind: ValueType, item: Any, context: Context, link: bool = False
) -> bool:
    """Whether a quotation shows one value (one item of a list), by its words or by its ``shows``
    mapping. ``kind`` is the field's value type; ``link`` tells that the value is a record's id."""
    if quote.mappings:
        written = kind.print(item)
        if any(one.field == field and one.value == written for one in quote.mappings):
            return True
    if link:
        return _shows_link(quote, field, item, context)
    if isinstance(kind, Vocabulary):
        return terms.shows(quote, kind, item)
    if kind.name == "date":
        return dates.shown_by(quote, item)
    if kind.name == "number":
        from policykb.evidence import numbers

        return numbers.shown_by(quote, item)
    if kind.name == "country":
        from policykb.evidence import countries

        if field == "country":
            return countries.names_home(quote.names, item, context.names, context.record)
        return countries.names_place(quote.names, item, context.names, field)
    return words.shows(quote.lower, kind.print(item))


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


def _shows_link(quote: Quotation, field: str, target: str, context: Context) -> bool:
    names = context.names
    if field not in _RELATIONS:
        return names.plainly(quote.names, target) or bool(_places(quote, target, names))
    from policykb.evidence import relations

    places = _places(quote, target, names)
    if field == "issued_by":
        return any(relations.issues(text, at, end) for text, at, end in places)
    if field == "affiliation":
        return any(relations.employs(text, at, end) for text, at, end in places)
    own = names.of(context.record)
    return any(relations.holds(text, at, end, own) for text, at, end in places)


def _places(quote: Quotation, target: str, names: NameIndex) -> list[tuple[str, int, int]]:
    """Where a quotation names a record by itself, each with the text it stands in."""
    text = quote.names
    found = names.occurrences(text, target)
    if not found or not quote.cut(found) or not any(map(names.longer, names.of(target))):
        return [(text, at, end) for at, end in found]
    return [
        (wide, at, end)
        for wide, low, high in quote.wide_names
        for at, end in names.occurrences(wide, target)
        if low <= at and end <= high
    ]
