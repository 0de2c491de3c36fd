"""A policy is part of one that it changes or ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry

CHANGES = ("amends", "replaces", "repeals")


def check(entry: Entry) -> Iterator[Diagnostic]:
    """An act is no part of what it amends, replaces or repeals."""
    for ident in entry.links.get("part_of", ()):
        fields = [field for field in CHANGES if ident in entry.links.get(field, ())]
        if fields:
            yield RULE.on_item(
                entry,
                fields[0],
                entry.links[fields[0]].index(ident),
                f"{entry.name} {fields[0]} {ident} and is part of it",
                help="keep the one of the two that the source says",
            )


RULE = Rule("PKB211", "part-of-what-it-changes", Severity.ERROR, check, where="links")
