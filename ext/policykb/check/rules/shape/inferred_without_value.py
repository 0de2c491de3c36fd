"""A field is said to be inferred but has no value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.note_spans import NEVER, note_span
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Place
from policykb.values.notes import NOTES

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """What is concluded must be stated."""
    if "inferred" not in entry.raw.values:
        return
    for note in entry.value("inferred", NOTES) or ():
        if note.field in entry.specs and note.field not in NEVER and not entry.text(note.field):
            yield RULE.at(
                Place(entry.page, *note_span(entry, "inferred", note)),
                f"{entry.name}: {note.field} is said to be inferred, but it has no value",
                record=entry.raw,
                field=note.field,
                help=f"fill in {note.field}, or move the entry to “gap”",
            )


RULE = Rule(
    "PKB109", "inferred-without-value", Severity.ERROR, check, requires=("PKB104", "PKB203")
)
