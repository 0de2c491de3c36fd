"""Options stand after the text of a record has begun, where they are read as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.fixes.form import moved_options
from policykb.model import TYPES
from policykb.rules.rule import Rule, faults

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """One finding a record, at the first such line; a full-width line before it is the cause."""
    seen: set[int] = set()
    for page, fault in faults(base, "late-option"):
        if fault.record is None or id(fault.record) in seen:
            continue
        seen.add(id(fault.record))
        late = [
            other
            for other in page.faults
            if other.kind == "late-option" and other.record is fault.record
        ]
        names = [other.data for other in late]
        said = f"“{names[0]}” stands" if len(names) == 1 else f"{', '.join(names)} stand"
        yield RULE.at(
            page,
            fault.start,
            fault.end,
            f"{said} after the text has begun and would be read as text",
            record=fault.record,
            help="move the options up, directly under the opening line, with no line between them",
            fix=moved_options(page, fault.record, [(other.start, other.end) for other in late])
            if set(names) <= TYPES[fault.record.type].specs().keys()
            else None,
        )


RULE = Rule("PKB115", "option-after-text", Severity.ERROR, check, requires=("PKB118",), shakes=True)
