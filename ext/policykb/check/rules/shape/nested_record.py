"""A record stands within another."""

from policykb.check.rules.rule import Findings, Page, Severity, finds


@finds("PKB121", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Records do not hold records; they link to one another."""
    said = "a record stands within another record"
    help = "close the outer record first, and name one in the other by a link"
    return rule.on_faults(page, "nested-record", said, help)
