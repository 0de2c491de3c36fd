"""A record stands within another."""

from policykb.check.rules.rule import Findings, Page, Rule, Severity, faults


def check(page: Page) -> Findings:
    """Records do not hold records; they link to one another."""
    for fault in faults(page, "nested-record"):
        yield RULE.on_fault(
            page,
            fault,
            "a record stands within another record",
            help="close the outer record first, and name one in the other by a link",
        )


RULE = Rule("PKB121", "nested-record", Severity.ERROR, check, shakes=True, where="faults")
