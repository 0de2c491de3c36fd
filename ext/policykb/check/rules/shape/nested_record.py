"""A record stands within another."""

from policykb.check.diagnostics import Findings, Severity
from policykb.check.rules.rule import Rule, faults
from policykb.markdown.page import Page


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
