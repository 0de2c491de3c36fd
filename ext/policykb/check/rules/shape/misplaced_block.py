"""A record, or evidence, stands in a list, in a quote or indented."""

from policykb.check.rules.rule import Findings, Page, Severity, faults, finds

WHERE = {
    "list": "in a list",
    "note": "in a footnote",
    "quote": "in a quote",
    "indent": "after spaces",
}


@finds("PKB122", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Records stand at the beginning of a line, where every reader finds them."""
    for fault in faults(page, "misplaced"):
        is_evidence = "evidence" in page.text[fault.start : fault.end]
        what, where = "evidence" if is_evidence else "a record", WHERE[fault.data]
        said = f"{what} stands at the beginning of a line, not {where}"
        help = "move it out to the beginning of a line of its own"
        yield rule.on_fault(page, fault, said, help=help)
