"""An interval ends before it starts."""

from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB402", Severity.ERROR, where="bad")
def rule(entry: Entry) -> Findings:
    """The two ends of an interval are in order."""
    return bad_dates(entry, rule, "order")
