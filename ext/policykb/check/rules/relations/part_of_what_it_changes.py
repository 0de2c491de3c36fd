"""A policy is part of one that it changes or puts an end to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry

WITHIN = ("part_of", "implements", "based_on")
CHANGES = ("amends", "replaces", "repeals")


def check(entry: Entry) -> Iterator[Diagnostic]:
    """An act is no part of what it amends; it neither carries out nor rests on what it ends."""
    for field in CHANGES:
        for index, ident in enumerate(entry.links.get(field, ())):
            for other in WITHIN if field != "amends" else WITHIN[:1]:
                if ident in entry.links.get(other, ()):
                    yield RULE.on_item(
                        entry,
                        field,
                        index,
                        f"{entry.name} names {ident} both in {field} and in {other}",
                        help="keep the one of the two that the source says",
                    )


RULE = Rule("PKB211", "part-of-what-it-changes", Severity.ERROR, check)
