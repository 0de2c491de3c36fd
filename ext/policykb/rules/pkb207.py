"""No record uses a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """A program that funds nothing here may be a hole in the records."""
    for entry in base.entries:
        if entry.type == "program" and not base.incoming.get(entry.id):
            yield RULE.on_record(
                entry,
                f"no record names {entry.name} as its program",
                help="if the sources say whom it funds, name it in that record's funded_by",
            )


RULE = Rule("PKB207", "unused-program", Severity.NOTE, check, requires=("PKB110",))
