"""A text names a toy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import finds
from policykb.markdown.page import Place

if TYPE_CHECKING:
    from policykb.markdown.page import Page


@finds("PKB699", Severity.WARNING)
def rule(page: Page) -> Iterator[Diagnostic]:
    """Every page that says “a toy”, once."""
    at = page.text.find("a toy")
    if at >= 0:
        yield rule.at(Place(page, at, at + len("a toy")), "a toy is no policy")
