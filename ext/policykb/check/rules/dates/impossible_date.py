"""A date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, edit, unsafe
from policykb.check.rules.shape.bad_value import bad_span

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """A date must be a day, month or year that exists."""
    for field, bad in entry.bad.items():
        if bad.kind != "impossible":
            continue
        option = entry.raw.options[field]
        yield RULE.at(
            entry.page,
            *bad_span(entry, field, bad),
            f"{entry.name}: {field} cannot be “{entry.text(field)}”: {bad.reason}",
            record=entry.raw,
            field=field,
            help="compare it with the source; where no day is known, a month or a year will do",
            fix=unsafe(edit(entry.page, option.at, option.end, bad.suggestion))
            if bad.suggestion
            else None,
        )


RULE = Rule("PKB401", "impossible-date", Severity.ERROR, check)
