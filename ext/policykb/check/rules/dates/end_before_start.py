"""An interval ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, edit, unsafe
from policykb.check.rules.shape.bad_value import bad_span

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """The two ends of an interval stand in order."""
    for field, bad in entry.bad.items():
        if bad.kind != "order":
            continue
        option = entry.raw.options[field]
        yield RULE.at(
            entry.page,
            *bad_span(entry, field, bad),
            f"{entry.name}: {field} cannot be “{entry.text(field)}”: {bad.reason}",
            record=entry.raw,
            field=field,
            help=f"write {bad.suggestion}" if bad.suggestion else f"write {bad.accepted}",
            fix=unsafe(edit(entry.page, option.at, option.end, bad.suggestion))
            if bad.suggestion
            else None,
        )


RULE = Rule("PKB402", "end-before-start", Severity.ERROR, check)
