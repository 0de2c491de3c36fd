"""A text names a toy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every page that says “a toy”, once."""
    for page in base.pages:
        at = page.text.find("a toy")
        if at >= 0:
            yield RULE.at(page, at, at + len("a toy"), "a toy is no policy")


RULE = Rule("PKB699", "toy-named", Severity.WARNING, check)
