"""A mapping under `shows` does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Fix, Severity
from policykb.evidence.names import whole
from policykb.evidence.normalise import normalise
from policykb.rules.quoting import excerpt, quotations
from policykb.rules.rule import Rule, edit, safe
from policykb.values.base import BadValue
from policykb.values.shows import SHOWS, Mapping

if TYPE_CHECKING:
    from policykb.evidence.state import Checked
    from policykb.kb import Base
    from policykb.parse.page import Option


def check(base: Base) -> Iterator[Diagnostic]:
    """Each mapping reads `field VALUE = "words"`; the field is under `supports`, the value is one
    that the record gives it, and the words stand in the quotation."""
    for one in quotations(base):
        option = one.raw.options.get("shows")
        if option is None or not option.value.strip() or one.entry.raw.void:
            continue
        try:
            mappings = SHOWS.parse(option.value.strip())
        except BadValue as bad:
            yield _at(
                one,
                option,
                bad.start or 0,
                bad.end,
                f"shows cannot be read: {bad.reason}",
                help=f"write {bad.accepted}",
            )
            continue
        for mapping in mappings:
            yield from _mapping(one, option, mapping)


def _mapping(one: Checked, option: Option, mapping: Mapping) -> Iterator[Diagnostic]:
    entry, field = one.entry, mapping.field
    head = mapping.start, mapping.words_start - 1
    if field not in one.supports:
        yield _at(
            one,
            option,
            mapping.start,
            mapping.start + len(field),
            f"shows explains {field}, which the quotation is not said to support",
            help=f"add {field} to “supports”, or correct the name",
        )
        return
    if field not in entry.specs or field in entry.bad or not entry.text(field):
        return
    values = _values(one, field)
    if mapping.value is None or mapping.value not in values:
        said = f"{field} {mapping.value}" if mapping.value else f"{field} without a value"
        only = values[0] if len(values) == 1 else None
        at = option.at + mapping.start
        fix: Fix | None = None
        if only and mapping.value is None:
            fix = safe(edit(entry.page, at + len(field), at + len(field), f" {only}"))
        yield _at(
            one,
            option,
            *head,
            f"shows explains {said}, but the record's {field} is {', '.join(values)}",
            help=f'write {field} {only or "…"} = "{excerpt(mapping.words, 40)}"',
            fix=fix,
            field=field,
        )
    if not stands(one.quotation.text, mapping.words):
        yield _at(
            one,
            option,
            mapping.words_start,
            mapping.words_end,
            f"shows gives “{excerpt(mapping.words)}” for {field}, but these words do not stand in "
            "the quotation",
            help="copy the words from the quotation as they stand",
        )


def stands(quotation: str, words: str) -> bool:
    """Whether words stand in a normalised quotation, whole."""
    plain = normalise(words)
    at = quotation.find(plain)
    while at >= 0 and not whole(quotation, at, at + len(plain)):
        at = quotation.find(plain, at + 1)
    return at >= 0


def _values(one: Checked, field: str) -> list[str]:
    spec, value = one.entry.specs[field], one.entry.value(field)
    return [spec.value.print(item) for item in (value if spec.many else [value])]


def _at(
    one: Checked,
    option: Option,
    start: int,
    end: int | None,
    message: str,
    *,
    help: str,
    fix: Fix | None = None,
    field: str | None = None,
) -> Diagnostic:
    """A finding on a part of the option's value; on all of it where quoting hides the place."""
    page = one.entry.page
    text = option.value.strip()
    span = option.at, option.end
    if page.text.startswith(text, option.at):
        span = option.at + start, option.at + (len(text) if end is None else end)
    else:
        fix = None
    return RULE.at(
        page,
        *span,
        f"{one.entry.name}: {message}",
        record=one.entry.raw,
        field=field,
        help=help,
        fix=fix,
    )


RULE = Rule("PKB309", "bad-shows", Severity.ERROR, check, requires=("PKB201", "PKB202"))
