"""A record, or evidence, stands in a list, in a quote or indented."""

from policykb.check.rules.rule import Findings, Rule, Severity, faults
from policykb.markdown.page import Fault, Page

WHERE = {
    "list": "in a list",
    "note": "in a footnote",
    "quote": "in a quote",
    "indent": "after spaces",
}


def check(page: Page) -> Findings:
    """Records stand at the beginning of a line, where every reader finds them."""
    for fault in faults(page, "misplaced"):
        yield RULE.on_fault(
            page,
            fault,
            f"{_what(page, fault)} stands at the beginning of a line, not {WHERE[fault.data]}",
            help="move it out to the beginning of a line of its own",
        )


def _what(page: Page, fault: Fault) -> str:
    return "evidence" if "evidence" in page.text[fault.start : fault.end] else "a record"


RULE = Rule("PKB122", "misplaced-block", Severity.ERROR, check, shakes=True, where="faults")
