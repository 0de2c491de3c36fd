"""No space parts a directive's name from the title after it."""

from policykb.check.rules.rule import Findings, Page, Severity, edit, faults, finds, safe


@finds("PKB127", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Without the space, Markdown sees no directive: the block is plain text, or code."""
    for fault in faults(page, "glued-name"):
        yield rule.on_fault(
            page,
            fault,
            f"there is no space after {{{fault.data}}}, so this is plain text",
            help="put a space between the name and the title",
            fix=safe(edit(page, fault.end, fault.end, " ")),
        )
