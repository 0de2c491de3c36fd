"""A date is before one that it comes after."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds
from policykb.values.date import DATE


@finds("PKB407", Severity.ERROR)
def rule(entry: Entry) -> Findings:
    """A date is not certainly before those that its type says it comes ``after``."""
    for field, other in entry.model.in_order:
        late, early = entry.value(field, DATE), entry.value(other, DATE)
        if late is None or early is None or not late.latest or not early.earliest:
            continue
        if late.latest < early.earliest:
            said = f"{entry.name} has {field} {late}, which is before its {other}, {early}"
            yield rule.on_value(entry, field, said, help="compare both dates with the source")
