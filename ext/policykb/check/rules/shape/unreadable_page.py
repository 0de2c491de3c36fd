"""A page cannot be read."""

from policykb.check.rules.rule import Findings, Page, Severity, finds


@finds("PKB126", Severity.ERROR, where="faults")
def rule(page: Page) -> Findings:
    """Pages are files in UTF-8 that can be opened, of a length that people read."""
    for fault in page.faults:
        if fault.kind in FIXES:
            said = f"the page cannot be read: {fault.data}"
            yield rule.on_fault(page, fault, said, help=FIXES[fault.kind])


FIXES = {
    "unreadable": "make it a plain file that everybody may read",
    "not-utf8": "save it as UTF-8, in which all of Markdown is written",
    "too-long": "write less in one place, or make several pages of it",
}
