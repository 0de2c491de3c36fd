"""Prose refers to a record that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, edit, safe, unsafe
from policykb.markdown.inline import need_target

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every id in a ``{need}`` role must be a record's."""
    known = base.by_id
    for page, item, record in base.inlines["role"]:
        if item.name == "need":
            target, start, end = need_target(item)
            if target in known or base.is_lost(target):
                continue
            from policykb.base.nearest import entry_by_words

            near, mark = base.nearest(target) if target else None, safe
            if near is None and target:
                near, mark = entry_by_words(base, target), unsafe
            yield RULE.at(
                page,
                start if target else item.start,
                end if target else item.end,
                f"the text refers to {target}, which does not exist"
                if target
                else "the reference names no record",
                record=record,
                help=f'did you mean {near.id} ("{near.title}")?'
                if near
                else "write {need}`ID` with the id of a record, or remove the reference",
                fix=mark(edit(page, start, end, near.id)) if near else None,
            )


RULE = Rule("PKB601", "unknown-reference-in-text", Severity.ERROR, check)
