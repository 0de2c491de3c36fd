"""A whole page is a block of code."""

from policykb.check.rules.rule import Findings, Page, Severity, edit, faults, finds, unsafe


@finds("PKB131", Severity.ERROR, where="faults")
def rule(page: Page) -> Findings:
    """Programs that write Markdown put a fence around it; within it a record is shown as code.
    A fence that is not closed is told as that."""
    if any(faults(page, "unclosed")):
        return
    for fault in faults(page, "fenced"):
        mark = page.text[fault.start : fault.start + 3]
        last = page.text.rstrip().rfind("\n") + 1
        closing = page.text[last:].strip().strip(mark[0]) == ""
        edits = [edit(page, fault.start, min(fault.end + 1, len(page.text)), "")]
        if closing and last > fault.end:
            edits.append(edit(page, last, len(page.text), ""))
        yield rule.on_fault(
            page,
            fault,
            "all of this page stands in a block of code, so it holds no record",
            help=f"remove the {mark} in its first and last line",
            fix=unsafe(*edits),
        )
