"""A page has control characters."""

import re

from policykb.check.rules.characters import removals
from policykb.check.rules.rule import Findings, Page, Severity, finds
from policykb.text.characters import CONTROL

_CONTROL = re.compile(f"[{CONTROL}]+")


@finds("PKB711", Severity.ERROR, where="unusual")
def rule(page: Page) -> Findings:
    """Text has letters, spaces, tabs and line ends."""
    if page.unusual and _CONTROL.search(page.unusual):
        says = "a control character stands here (U+{:04X})"
        yield from removals(rule, page, _CONTROL, lambda found: says.format(ord(found[0])))
