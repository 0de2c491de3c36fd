"""A gap, or an inference, gives no real reason."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds
from policykb.check.rules.shape.bad_value import bad_span

HELP = {
    "gap": "say what the sources leave open, as “no source names a program”",
    "inferred": "say what it is concluded from, as “the notice names the ministry's own fund”",
    "distinct_from": "say what tells the two apart, as “the parent company, not its plant”",
}


@finds("PKB107", Severity.ERROR, where="bad")
def rule(entry: Entry) -> Findings:
    """Every note on a field ends with a reason that says more than “unknown”."""
    for field, bad in entry.bad.items():
        if field in HELP and bad.kind == "reason":
            said = f"{entry.name}: {field} needs a reason: {bad.reason}"
            span = bad_span(entry, field, bad)
            yield rule.in_record(entry, span, said, field=field, help=HELP[field])
