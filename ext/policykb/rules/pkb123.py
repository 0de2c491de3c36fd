"""Evidence stands outside a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule, faults

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Evidence belongs to the record it stands in."""
    for page, fault in faults(base, "stray-evidence"):
        yield RULE.on_fault(
            page,
            fault,
            "this evidence belongs to no record",
            help="move it into the record whose facts it shows, whose fence must be longer than "
            "that of the evidence",
        )


RULE = Rule("PKB123", "stray-evidence", Severity.ERROR, check)
