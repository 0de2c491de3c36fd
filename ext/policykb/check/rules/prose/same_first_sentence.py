"""Two records begin with the same sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.opening import opening
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Place

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.check.views import Openings


def check(entry: Entry, openings: Openings) -> Iterator[Diagnostic]:
    """No two records share their first sentence, as it is written but for white space."""
    other = openings.before(entry)
    said = opening(entry) if other is not None else None
    if other is not None and said is not None:
        yield RULE.at(
            Place(entry.page, said.start, said.end),
            f"{entry.name} begins with the same sentence as {other.name}",
            record=entry.raw,
            field="text",
            help="say first what is true of this record alone",
            related=(openings.where(other),),
        )


RULE = Rule("PKB621", "same-first-sentence", Severity.NOTE, check, on_request=True)
