"""An interval ends before it starts."""

from policykb.base.entry import Entry
from policykb.check.diagnostics import Findings, Severity
from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Rule


def check(entry: Entry) -> Findings:
    """The two ends of an interval are in order."""
    return bad_dates(entry, RULE, "order")


RULE = Rule("PKB402", "end-before-start", Severity.ERROR, check, where="bad")
