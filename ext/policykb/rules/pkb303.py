"""A quotation does not show the value it is said to support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.quoting import excerpt
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.evidence.shown import Context
    from policykb.evidence.state import Checked
    from policykb.kb import Base, Entry
    from policykb.model import Spec


def check(base: Base) -> Iterator[Diagnostic]:
    """For a list, the quotations that support it show every item between them; for a single value
    each of them shows it. Quotations that are not found, and inferred values, are left out."""
    from policykb.evidence.shown import Context

    names = base.evidence.names
    for entry in base.entries:
        checked = base.evidence.of(entry)
        if not checked or entry.model.ALL_EDITORIAL:
            continue
        by_field: dict[str, list[Checked]] = {}
        for one in checked:
            for field in one.supports:
                if field in by_field:
                    by_field[field].append(one)
                else:
                    by_field[field] = [one]
        context = Context(names, entry.id)
        specs = entry.specs
        for field, supporting in by_field.items():
            spec = specs.get(field)
            if spec is not None and not spec.editorial:
                yield from _field(base, entry, field, spec, supporting, context)


def _field(
    base: Base,
    entry: Entry,
    field: str,
    spec: Spec,
    supporting: list[Checked],
    context: Context,
) -> Iterator[Diagnostic]:
    from policykb.evidence.shown import shows

    value = entry.value(field)
    if not value or field in entry.bad:
        return
    if "inferred" in entry.raw.options and field in entry.inferred:
        return
    kind, link = spec.value, spec.is_link
    if not spec.many:
        if link and value not in base.by_id:
            return
        for one in supporting:
            if one.failure is None and not shows(one.quotation, field, kind, value, context, link):
                yield _single(base, entry, field, one)
        return
    for index, item in enumerate(value):
        if any(shows(one.quotation, field, kind, item, context, link) for one in supporting):
            continue
        if any(one.failure is not None for one in supporting) or (link and item not in base.by_id):
            continue
        yield _item(base, entry, field, index, item, supporting)


def _single(base: Base, entry: Entry, field: str, one: Checked) -> Diagnostic:
    text = entry.text(field)
    quoted = f"the quotation in line {entry.page.line(one.raw.at)}"
    return RULE.on_value(
        entry,
        field,
        f"{entry.name}: {field} is {_named(base, entry, field, text)}, but {quoted} does not show "
        f"it: “{excerpt(one.raw.quote)}”",
        help=_help(entry, field, text, one),
    )


def _item(
    base: Base, entry: Entry, field: str, index: int, item: Any, supporting: list[Checked]
) -> Diagnostic:
    text = entry.specs[field].value.print(item)
    quoted = (
        f"the quotation in line {entry.page.line(supporting[0].raw.at)} does not show it: "
        f"“{excerpt(supporting[0].raw.quote)}”"
        if len(supporting) == 1
        else f"none of the {len(supporting)} quotations that support it shows it"
    )
    return RULE.on_item(
        entry,
        field,
        index,
        f"{entry.name}: {field} has {_named(base, entry, field, text)}, but {quoted}",
        help=_help(entry, field, text, supporting[0]),
    )


def _named(base: Base, entry: Entry, field: str, text: str) -> str:
    target = base.by_id.get(text) if entry.specs[field].is_link else None
    return f"{text} (“{target.title}”)" if target else text


def _help(entry: Entry, field: str, text: str, one: Checked) -> str:
    kind = entry.specs[field].value
    found = ""
    if kind.name == "date":
        from policykb.evidence.dates import read

        dates = ", ".join(
            str(day.start) if day.end is None else f"{day.start}/{day.end}"
            for day in read(one.quotation.text)
        )
        found = f"it shows {dates}; " if dates else "it shows no date; "
    return (
        f"{found}correct {field}, or quote the words that show it; if the source words it "
        f'otherwise, say so: “:shows: {field} {text} = "words of the quotation"”; if it is '
        f"concluded, “:inferred: {field} — why”"
    )


RULE = Rule("PKB303", "value-not-shown", Severity.ERROR, check, requires=("PKB201", "PKB202"))
