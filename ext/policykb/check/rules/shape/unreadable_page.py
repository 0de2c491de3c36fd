"""A page cannot be read."""

from policykb.check.rules.rule import Findings, Page, Rule, Severity


def check(page: Page) -> Findings:
    """Pages are files in UTF-8 that can be opened, of a length that people read."""
    for fault in page.faults:
        if fault.kind in FIXES:
            said = f"the page cannot be read: {fault.data}"
            yield RULE.on_fault(page, fault, said, help=FIXES[fault.kind])


FIXES = {
    "unreadable": "make it a plain file that everybody may read",
    "not-utf8": "save it as UTF-8, in which all of Markdown is written",
    "too-long": "write less in one place, or make several pages of it",
}

RULE = Rule("PKB126", "unreadable-page", Severity.ERROR, check, where="faults")
