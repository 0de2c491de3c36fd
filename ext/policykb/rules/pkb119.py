"""A block is never closed and swallows what follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule, faults, opening_fence

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every opening fence has its closing fence."""
    for page, fault in faults(base, "unclosed"):
        yield RULE.on_fault(
            page,
            fault,
            "this block is not closed, so that all that follows belongs to it",
            help=f"close it with a line of its own: {opening_fence(page, fault)}",
        )


RULE = Rule("PKB119", "unclosed-fence", Severity.ERROR, check, shakes=True)
