"""A text names a toy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Place

if TYPE_CHECKING:
    from policykb.markdown.page import Page


def check(page: Page) -> Iterator[Diagnostic]:
    """Every page that says “a toy”, once."""
    at = page.text.find("a toy")
    if at >= 0:
        yield RULE.at(Place(page, at, at + len("a toy")), "a toy is no policy")


RULE = Rule("PKB699", "toy-named", Severity.WARNING, check)
