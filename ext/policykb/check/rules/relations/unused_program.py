"""No record uses a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.unread import named_unread
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """A program that funds nothing here may be a hole in the records, unless it is still planned.
    While a venture's own link is missing or wrong, that is the hole, and nothing is said of
    programs; nor of one that is named where a fault hides what is said of it."""
    if not all(_in_order(base, entry) for entry in base.entries if entry.type == "jv"):
        return
    unread: set[str] | None = None
    for entry in base.entries:
        if entry.type != "program" or entry.value("status") == "planned":
            continue
        if not base.incoming.get(entry.id):
            if unread is None:
                unread = named_unread(base)
            if entry.id in unread:
                continue
            yield RULE.on_record(
                entry,
                f"no record names {entry.name} as its program",
                help="if the sources say whom it funds, name it in that record's funded_by",
            )


def _in_order(base: Base, entry: Entry) -> bool:
    targets = entry.links.get("funded_by", ())
    for target in targets:
        found = base.by_id.get(target)
        if found is None or found.type != "program":
            return "funded_by" in entry.gaps
    return bool(targets) or "funded_by" in entry.gaps


RULE = Rule(
    "PKB207",
    "unused-program",
    Severity.NOTE,
    check,
    requires=("PKB110",),
    across=("links", "status"),
)
