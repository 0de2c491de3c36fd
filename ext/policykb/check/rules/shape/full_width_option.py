"""An option is written with full-width punctuation, and is read as text."""

import unicodedata

from policykb.check.rules.form_fixes import block_of, respelt_line
from policykb.check.rules.rule import Findings, Page, Severity, faults, finds, safe


@finds("PKB118", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """One finding a block, since the first such line turns the rest into text as well. The fix
    rewrites every such line."""
    seen: set[int] = set()
    for fault in faults(page, "full-width"):
        block = block_of(fault)
        if id(block) in seen:
            continue
        seen.add(id(block))
        edits = [
            edit
            for other in page.faults
            if other.kind == "full-width"
            and other.record is fault.record
            and block_of(other) is block
            for edit in respelt_line(page, other.start)
        ]
        yield rule.on_fault(
            page,
            fault,
            f"{fault.data.strip()} has full-width colons, so that it is read as text and no option "
            "after it is read",
            help=f"write {''.join(unicodedata.normalize('NFKC', fault.data).split())}",
            fix=safe(*edits),
        )
