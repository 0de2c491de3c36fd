"""A sentence of a brief rests on no record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.briefs import briefs, sentences_of
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every sentence of a brief links a record; one whose link leads nowhere is PKB601's."""
    for page in briefs(base):
        for sentence in sentences_of(base, page):
            if any(item.kind == "role" and item.name == "need" for item in sentence.inlines):
                continue
            yield RULE.at(
                page,
                sentence.start,
                sentence.end,
                "this sentence of a brief links no record that it rests on",
                help="name the record in it as {need}`ID`; what no record says has no place here",
            )


RULE = Rule("PKB605", "brief-without-record", Severity.ERROR, check)
