"""A date that no calendar has."""

from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Entry, Findings, Rule, Severity


def check(entry: Entry) -> Findings:
    """A date must be a day, month or year that exists."""
    return bad_dates(entry, RULE, "impossible", HELP)


HELP = "compare it with the source; where no day is known, a month or a year will do"
RULE = Rule("PKB401", "impossible-date", Severity.ERROR, check, where="bad")
