"""An option stands twice in a block."""

from policykb.check.rules.rule import Findings, Page, Rule, Severity, faults


def check(page: Page) -> Findings:
    """Of a repeated option only the last is read, silently."""
    for fault in faults(page, "repeated-option"):
        yield RULE.on_fault(
            page,
            fault,
            f"“{fault.data}” stands here a second time; only the last one would be read",
            field=fault.data,
            help="put all values on one line, separated by commas, or keep the right one",
        )


RULE = Rule("PKB114", "repeated-option", Severity.ERROR, check, shakes=True, where="faults")
