"""A date is before one that it comes after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.values.date import DATE

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """A date is not certainly before those that its type says it comes ``after``."""
    for field, other in entry.model.in_order:
        late, early = entry.value(field, DATE), entry.value(other, DATE)
        if late is None or early is None or not late.latest or not early.earliest:
            continue
        if late.latest < early.earliest:
            yield RULE.on_value(
                entry,
                field,
                f"{entry.name} has {field} {late}, which is before its {other}, {early}",
                help="compare both dates with the source",
            )


RULE = Rule("PKB407", "dates-out-of-order", Severity.ERROR, check)
