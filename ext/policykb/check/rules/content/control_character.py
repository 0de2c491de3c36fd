"""A page has control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.characters import removals
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.markdown.page import Page

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")


def check(page: Page) -> Iterator[Diagnostic]:
    """Text has letters, spaces, tabs and line ends."""
    if page.unusual and _CONTROL.search(page.unusual):
        yield from removals(RULE, page, _CONTROL, _says)


def _says(found: str) -> str:
    return f"a control character stands here (U+{ord(found[0]):04X})"


RULE = Rule("PKB711", "control-character", Severity.ERROR, check)
