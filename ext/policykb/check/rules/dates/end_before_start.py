"""An interval ends before it starts."""

from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Entry, Findings, Rule, Severity


def check(entry: Entry) -> Findings:
    """The two ends of an interval are in order."""
    return bad_dates(entry, RULE, "order")


RULE = Rule("PKB402", "end-before-start", Severity.ERROR, check, where="bad")
