"""A record links to itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """No link leads back to its own record."""
    for field, ids in entry.links.items():
        if entry.id and entry.id in ids:
            yield RULE.on_item(
                entry,
                field,
                ids.index(entry.id),
                f"{entry.id} names itself in {field}",
                help="name the other record, or remove it",
            )


RULE = Rule("PKB205", "self-link", Severity.ERROR, check, requires=("PKB202",), where="links")
