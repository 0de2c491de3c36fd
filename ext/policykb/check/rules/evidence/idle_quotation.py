"""A quotation backs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Place

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.check.known import Known


def check(entry: Entry, known: Known) -> Iterator[Diagnostic]:
    """Every quotation supports or disputes a field, or backs the text."""
    for one in known.evidence.of(entry):
        if one.supports or one.disputes or one.entry.raw.void:
            continue
        block = one.raw.block
        yield RULE.at(
            Place(one.entry.page, block.start, one.entry.page.line_end(block.start)),
            f"{one.entry.name}: the quotation is not said to support anything",
            record=one.entry.raw,
            help="add “:supports:” with the fields it shows, or with text",
        )


RULE = Rule("PKB314", "idle-quotation", Severity.ERROR, check, where="evidence")
