"""Blocks are nested too deeply to be read."""

from policykb.check.rules.rule import Findings, Page, Place, Rule, Severity, faults
from policykb.markdown.blocks import MAX_DEPTH
from policykb.markdown.depth import too_deep


def check(page: Page) -> Findings:
    """Blocks within blocks are read to a depth no page needs."""
    for fault in faults(page, "too-deep"):
        yield RULE.on_fault(
            page,
            fault,
            f"more than {MAX_DEPTH} blocks stand within one another; this one is not read",
            help="close some of them first",
        )
    for at in too_deep(page):
        yield RULE.at(
            Place(page, at, page.line_end(at)),
            "lists and quotes stand within one another so deeply that the rest is left out",
            help="end some of them first",
        )


RULE = Rule("PKB125", "too-deep", Severity.ERROR, check)
