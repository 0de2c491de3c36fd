"""A link that needs several distinct records has too few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base

WORDS = {2: "two", 3: "three"}


def check(base: Base) -> Iterator[Diagnostic]:
    """An alliance has at least two different parties."""
    for entry, field, ids in base.links:
        least = entry.specs[field].minimum
        if len(set(ids)) >= least or field in entry.bad:
            continue
        said = f"only {ids[0]}" if len(ids) == 1 else f"{ids[0]} more than once"
        yield RULE.on_value(
            entry,
            field,
            f"{entry.name} names {said} in {field}; it needs {WORDS.get(least, least)} "
            "different records",
            help=f"add the other one; if the sources do not name it, leave {field} out and "
            f"say so in “:gap: {field} — …”",
        )


RULE = Rule("PKB204", "too-few-records", Severity.ERROR, check, requires=("PKB114", "PKB201"))
