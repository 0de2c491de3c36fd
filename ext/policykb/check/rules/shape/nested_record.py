"""A record stands within another."""

from policykb.check.rules.rule import Findings, Page, Rule, Severity


def check(page: Page) -> Findings:
    """Records do not hold records; they link to one another."""
    said = "a record stands within another record"
    help = "close the outer record first, and name one in the other by a link"
    return RULE.on_faults(page, "nested-record", said, help)


RULE = Rule("PKB121", "nested-record", Severity.ERROR, check, shakes=True, where="faults")
