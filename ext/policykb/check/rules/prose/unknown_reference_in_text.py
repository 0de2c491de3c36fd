"""Prose refers to a record that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, fix_for, inlines
from policykb.markdown.inline import need_target
from policykb.markdown.page import Place

if TYPE_CHECKING:
    from policykb.check.known import Known
    from policykb.markdown.page import Page


def check(page: Page, known: Known) -> Iterator[Diagnostic]:
    """Every id in a ``{need}`` role must be a record's."""
    for item, record in inlines(page, "role"):
        if item.name == "need":
            target, start, end = need_target(item)
            if target in known.by_id or known.is_lost(target):
                continue
            from policykb.base.meant import Meant

            found = known.meant(target) if target else Meant()
            yield RULE.at(
                Place(page, start if target else item.start, end if target else item.end),
                f"the text refers to {target}, which does not exist"
                if target
                else "the reference names no record",
                record=record,
                help=found.help
                or "write {need}`ID` with the id of a record, or remove the reference",
                fix=fix_for(found, page, (start, end)),
            )


RULE = Rule("PKB601", "unknown-reference-in-text", Severity.ERROR, check)
