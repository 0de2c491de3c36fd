"""A quotation does not show the value it is said to support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policykb.base.unread import unsure
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Rule
from policykb.evidence.shown import Context, Reader, mapped, reader

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base
    from policykb.evidence.state import Checked
    from policykb.model import Spec


def check(base: Base) -> Iterator[Diagnostic]:
    """For a list, the quotations that support it show every item between them; for a single value
    each of them shows it. Quotations that are not found, and inferred values, are left out."""
    names = base.evidence.names
    plans: dict[str, dict[str, tuple[Spec, Reader]]] = {}
    for found in base.evidence.by_entry.values():
        entry = found[0].entry
        plan = plans.get(entry.type)
        if plan is None:
            plan = plans[entry.type] = _plan(entry)
        context = Context(names, entry.id)
        typed = entry.record.__dict__
        inferred = entry.inferred if "inferred" in entry.raw.values else ()
        unread = entry.text("inferred") if "inferred" in entry.bad else ""
        for field, supporting in _by_field(found).items():
            value = typed.get(field)
            if not value or field not in plan or field in inferred or field in unread:
                continue
            spec, read = plan[field]
            for index, item in enumerate(value if spec.many else (value,)):
                unshown: list[Checked] = []
                for one in supporting:
                    quote = one.quotation
                    if not (read(quote, item, context) or mapped(quote, field, spec.value, item)):
                        unshown.append(one)
                if not unshown or (spec.is_link and not _known(base, item)):
                    continue
                if not spec.many:
                    for one in unshown:
                        if one.failure is None:
                            yield _single(base, entry, field, one)
                elif len(unshown) == len(supporting) and not any(one.failure for one in unshown):
                    yield _item(base, entry, field, index, item, supporting)


def _plan(entry: Entry) -> dict[str, tuple[Spec, Reader]]:
    """The fields of a type that quotations must show, each with the reader of its values."""
    return {
        field: (spec, reader(field, spec.value, spec.is_link))
        for field, spec in entry.specs.items()
        if entry.needs_support(field)
    }


def _by_field(found: list[Checked]) -> dict[str, list[Checked]]:
    """The quotations that support each field."""
    if len(found) == 1:
        return dict.fromkeys(found[0].supports, found)
    by_field: dict[str, list[Checked]] = {}
    for one in found:
        for field in dict.fromkeys(one.supports):
            by_field.setdefault(field, []).append(one)
    return by_field


def _known(base: Base, target: str) -> bool:
    """Whether the names of a link's target are all read: it exists, and its form is sound."""
    return target in base.by_id and not unsure(base.by_id[target])


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
        from policykb.values.reading.dates import read

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
