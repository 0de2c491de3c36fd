"""Two records begin with the same sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.opening import opening
from policykb.check.diagnostics import Diagnostic, Related, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Place

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """No two records share their first sentence, as it is written but for white space."""
    seen: dict[str, tuple[Entry, int]] = {}
    for entry in base.entries:
        said = opening(entry)
        if said is None:
            continue
        words = " ".join(entry.page.text[said.start : said.end].split())
        other, at = seen.setdefault(words, (entry, said.start))
        if other is not entry:
            yield RULE.at(
                Place(entry.page, said.start, said.end),
                f"{entry.name} begins with the same sentence as {other.name}",
                record=entry.raw,
                field="text",
                help="say first what is true of this record alone",
                related=(Related("here", other.page.path, *other.page.position(at)),),
            )


RULE = Rule("PKB621", "same-first-sentence", Severity.NOTE, check)
