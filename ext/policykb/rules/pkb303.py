"""A quotation does not show the value it is said to support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policykb.diagnostics import Diagnostic, Severity
from policykb.evidence.shown import Context, shows
from policykb.lost import unsure
from policykb.rules.quoting import excerpt
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.evidence.state import Checked
    from policykb.kb import Base, Entry
    from policykb.model import Spec


def check(base: Base) -> Iterator[Diagnostic]:
    """For a list, the quotations that support it show every item between them; for a single value
    each of them shows it. Quotations that are not found, and inferred values, are left out."""
    names = base.evidence.names
    for found in base.evidence.by_entry.values():
        entry = found[0].entry
        if entry.model.ALL_EDITORIAL:
            continue
        by_field: dict[str, list[Checked]] = {}
        for one in found:
            for field in one.supports:
                if field in by_field:
                    by_field[field].append(one)
                else:
                    by_field[field] = [one]
        context = Context(names, entry.id)
        specs = entry.specs
        inferred = entry.inferred if "inferred" in entry.raw.values else ()
        unread = entry.text("inferred") if "inferred" in entry.bad else ""
        for field, supporting in by_field.items():
            spec = specs.get(field)
            if field in unread:
                continue
            if spec is None or spec.editorial or field in entry.bad or field in inferred:
                continue
            value = entry.value(field)
            if not value:
                continue
            if spec.many:
                yield from _items(base, field, spec, value, supporting, context)
            elif not spec.is_link or _known(base, value):
                for one in supporting:
                    if one.failure is None and not _shows(one, field, spec, value, context):
                        yield _single(base, entry, field, one)


def _items(
    base: Base,
    field: str,
    spec: Spec,
    items: tuple[Any, ...],
    supporting: list[Checked],
    context: Context,
) -> Iterator[Diagnostic]:
    for index, item in enumerate(items):
        for one in supporting:
            if _shows(one, field, spec, item, context):
                break
        else:
            lost = any(one.failure is not None for one in supporting)
            if not lost and (not spec.is_link or _known(base, item)):
                yield _item(base, supporting[0].entry, field, index, item, supporting)


def _known(base: Base, target: str) -> bool:
    """Whether the names of a link's target are all read: it exists, and its form is sound."""
    return target in base.by_id and not unsure(base.by_id[target])


def _shows(one: Checked, field: str, spec: Spec, item: Any, context: Context) -> bool:
    return shows(one.quotation, field, spec.value, item, context, bool(spec.targets))


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


RULE = Rule(
    "PKB303",
    "value-not-shown",
    Severity.ERROR,
    check,
    requires=("PKB201", "PKB202", "PKB205", "PKB309"),
)
