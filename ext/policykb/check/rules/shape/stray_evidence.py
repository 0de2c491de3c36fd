"""Evidence stands outside a record."""

from policykb.check.rules.rule import Findings, Severity, faults, finds
from policykb.check.rules.shape.unknown_type import meant_type
from policykb.markdown.allowed import DIRECTIVES
from policykb.markdown.page import Fault, Page

BROKEN = ("unclosed", "short-fence", "too-deep", "glued-name", "almost")


def _explained(page: Page, fault: Fault) -> bool:
    """Whether a fence that ended too early, or a record of an unknown type, is the cause."""
    return any(other.kind in BROKEN and other.start <= fault.start for other in page.faults) or any(
        block.start < fault.start < block.end and meant_type(block) is not None
        for block in page.blocks
        if block.name not in DIRECTIVES
    )


@finds("PKB123", Severity.ERROR, where="faults")
def rule(page: Page) -> Findings:
    """Evidence belongs to the record it stands in."""
    for fault in faults(page, "stray-evidence"):
        if not _explained(page, fault):
            said = "this evidence belongs to no record"
            help = "move it into the record whose facts it shows, whose fence must be longer than "
            help += "that of the evidence"
            yield rule.on_fault(page, fault, said, help=help)
