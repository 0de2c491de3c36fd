"""A block's fence is no longer than the fence of a block within it, which ends it early."""

from policykb.check.rules.form_fixes import longer_fence
from policykb.check.rules.rule import Findings, Page, Rule, Severity, faults, opening_fence


def check(page: Page) -> Findings:
    """A fence that holds another needs more marks than it."""
    for fault in faults(page, "short-fence"):
        yield RULE.on_fault(
            page,
            fault,
            f"this fence is no longer than that of {{{fault.data}}} within it, so that it ends "
            "too early",
            help="begin and end this block with one more mark: "
            + opening_fence(page, fault)
            + opening_fence(page, fault)[0],
            fix=longer_fence(page, fault.start),
        )


RULE = Rule("PKB120", "fence-too-short", Severity.ERROR, check, shakes=True, where="faults")
