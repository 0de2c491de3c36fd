"""Blocks are nested too deeply to be read."""

from policykb.check.rules.rule import Findings, Page, Place, Severity, finds
from policykb.markdown.depth import too_deep
from policykb.markdown.limits import MAX_DEPTH


@finds("PKB125", Severity.ERROR)
def rule(page: Page) -> Findings:
    """Blocks within blocks are read to a depth no page needs."""
    said = f"more than {MAX_DEPTH} blocks stand within one another; this one is not read"
    yield from rule.on_faults(page, "too-deep", said, "close some of them first")
    said = "lists and quotes stand within one another so deeply that the rest is left out"
    for at in too_deep(page):
        place = Place(page, at, page.line_end(at))
        yield rule.at(place, said, help="end some of them first")
