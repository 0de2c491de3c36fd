"""A block is never closed and swallows what follows."""

from policykb.check.rules.form_fixes import opening_fence
from policykb.check.rules.rule import Findings, Page, Severity, faults, finds


@finds("PKB119", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Every opening fence has its closing fence, and every closing fence its opening one."""
    said = "this block is not closed, so that all that follows belongs to it"
    for fault in faults(page, "unclosed"):
        where = f"before the {fault.data}" if fault.data else "with a line of its own"
        help = f"close it {where}: {opening_fence(page, fault)}"
        yield rule.on_fault(page, fault, said, help=help)
    said = "this line closes no block, so that it opens one, to which what follows belongs"
    help = "remove it, or write the opening line of the block that it is to close"
    yield from rule.on_faults(page, "stray-fence", said, help)
