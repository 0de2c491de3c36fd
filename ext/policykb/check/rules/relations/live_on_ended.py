"""A live record rests on one that has ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Related, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base

OVER = frozenset({"ended", "suspended", "closed", "cancelled"})
GONE = OVER | {None}
FIELDS = ("funded_by", "implements", "part_of")


def check(base: Base) -> Iterator[Diagnostic]:
    """What goes on is not funded by, part of, or a means to what is over."""
    for entry in base.entries:
        if entry.value("status") in GONE:
            continue
        for field in FIELDS:
            for index, target in enumerate(entry.links.get(field, ())):
                found = base.by_id.get(target)
                if found is not None and found.value("status") in OVER:
                    yield _finding(entry, field, index, found)


def _finding(entry: Entry, field: str, index: int, found: Entry) -> Diagnostic:
    status = found.raw.options["status"]
    return RULE.on_item(
        entry,
        field,
        index,
        f"{entry.name} is {entry.text('status')}, but {found.id}, which it names in {field}, "
        f"is {found.text('status')}",
        help="look whether either status is out of date",
        related=(
            Related(
                f"{found.id} is {found.text('status')}",
                found.page.path,
                *found.page.position(status.at),
            ),
        ),
    )


RULE = Rule("PKB208", "live-on-ended", Severity.NOTE, check, across=("status", "page"))
