"""A block's fence is no longer than the fence of a block within it, which ends it early."""

from policykb.check.rules.form_fixes import longer_fence, opening_fence
from policykb.check.rules.rule import Findings, Page, Severity, faults, finds


@finds("PKB120", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """A fence that holds another needs more marks than it."""
    for fault in faults(page, "short-fence"):
        yield rule.on_fault(
            page,
            fault,
            f"this fence is no longer than that of {{{fault.data}}} within it, so that it ends "
            "too early",
            help="begin and end this block with one more mark: "
            + opening_fence(page, fault)
            + opening_fence(page, fault)[0],
            fix=longer_fence(page, fault.start),
        )
