"""A joint venture names no program that funds it, and no gap says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.fields import absent, misplaced_fields
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Who pays for a venture is stated, or stated to be unknown."""
    elsewhere: dict[int, set[str]] | None = None
    for entry in base.entries:
        if entry.type != "jv" or entry.text("funded_by"):
            continue
        if elsewhere is None:
            elsewhere = misplaced_fields(base)
        if absent(entry, "funded_by", elsewhere.get(id(entry.raw), set())):
            yield RULE.on_absent(
                entry,
                "funded_by",
                f"{entry.name} names no program that funds it",
                help="add “:funded_by: PRG_…”; if no source names one, "
                "“:gap: funded_by — no source names a program”",
            )


RULE = Rule("PKB203", "venture-without-program", Severity.ERROR, check)
