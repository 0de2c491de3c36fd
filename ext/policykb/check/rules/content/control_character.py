"""A page has control characters."""

import re

from policykb.check.rules.characters import removals
from policykb.check.rules.rule import Findings, Page, Rule, Severity
from policykb.text.characters import CONTROL

_CONTROL = re.compile(f"[{CONTROL}]+")


def check(page: Page) -> Findings:
    """Text has letters, spaces, tabs and line ends."""
    if page.unusual and _CONTROL.search(page.unusual):
        yield from removals(RULE, page, _CONTROL, _says)


def _says(found: str) -> str:
    return f"a control character stands here (U+{ord(found[0]):04X})"


RULE = Rule("PKB711", "control-character", Severity.ERROR, check, where="unusual")
