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
        yield from removals(rule, page, _CONTROL, _says)


def _says(found: str) -> str:
    return f"a control character stands here (U+{ord(found[0]):04X})"
