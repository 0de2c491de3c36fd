"""A date that no calendar has."""

from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB401", Severity.ERROR, where="bad")
def rule(entry: Entry) -> Findings:
    """A date must be a day, month or year that exists."""
    return bad_dates(entry, rule, "impossible", HELP)


HELP = "compare it with the source; where no day is known, a month or a year will do"
