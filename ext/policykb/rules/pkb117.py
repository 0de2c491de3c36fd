"""A space and # in an option, which cut its value short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule, faults

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Options are read as YAML, where a # after a space begins a comment."""
    for page, fault in faults(base, "truncated-option"):
        yield RULE.on_fault(
            page,
            fault,
            "what follows # is not read: in an option it begins a comment",
            help="put the whole value in double quotes to keep it, or remove it",
        )


RULE = Rule("PKB117", "truncated-option", Severity.ERROR, check)
