"""An option stands twice in a block."""

from policykb.check.rules.rule import Findings, Page, Severity, faults, finds


@finds("PKB114", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Of a repeated option only the last is read, silently."""
    for fault in faults(page, "repeated-option"):
        yield rule.on_fault(
            page,
            fault,
            f"“{fault.data}” stands here a second time; only the last one would be read",
            field=fault.data,
            help="put all values on one line, separated by commas, or keep the right one",
        )
