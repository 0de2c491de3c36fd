"""Evidence names no source of the base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.quoting import quotations
from policykb.check.rules.rule import Rule, a, edit, safe

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base
    from policykb.evidence.state import Checked


def check(base: Base) -> Iterator[Diagnostic]:
    """The argument of every evidence block is the id of a source record that has a document."""
    for one in quotations(base):
        found = base.by_id.get(one.raw.source)
        if found is not None and found.type == "source":
            if "file" in found.gaps:
                yield _without_file(one, found)
            continue
        if found is None and base.is_lost(one.raw.source):
            continue
        yield _finding(base, one)


def _without_file(one: Checked, source: Entry) -> Diagnostic:
    block = one.raw.block
    return RULE.at(
        one.entry.page,
        block.argument_at,
        block.argument_at + len(block.argument),
        f"{one.entry.name}: nothing can be quoted from {source.id}, whose file is a declared gap",
        record=one.entry.raw,
        help=f"put the document under {source.id}'s “file”, or leave out what only it says",
    )


def _finding(base: Base, one: Checked) -> Diagnostic:
    block, name = one.raw.block, one.raw.source
    found = base.by_id.get(name)
    near = base.nearest(name, ("source",)) if name else None
    if found is not None:
        message = f"{name} (“{found.title}”) is {a(found.model.LABEL.lower())}, not a source"
    elif name:
        message = f"the quotation is from {name}, which does not exist"
    else:
        message = "the evidence does not say which source it is from"
    span = (
        (block.argument_at, block.argument_at + len(block.argument))
        if name
        else (block.start, one.entry.page.line_end(block.start))
    )
    return RULE.at(
        one.entry.page,
        *span,
        f"{one.entry.name}: {message}",
        record=one.entry.raw,
        help=f'did you mean {near.id} ("{near.title}")?'
        if near
        else "write the id of a source record after {evidence}",
        fix=safe(edit(one.entry.page, *span, near.id)) if near and name else None,
    )


RULE = Rule("PKB306", "unknown-source", Severity.ERROR, check)
