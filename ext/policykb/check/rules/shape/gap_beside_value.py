"""A gap is declared for a field that has a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.note_spans import note_span
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Place
from policykb.values.notes import NOTES

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """A field is either known or a gap."""
    if "gap" not in entry.raw.values:
        return
    for note in entry.value("gap", NOTES) or ():
        if entry.text(note.field) and note.field != "gap":
            yield RULE.at(
                Place(entry.page, *note_span(entry, "gap", note)),
                f"{entry.name}: the gap says {note.field} is not known, "
                f"but {note.field} has a value",
                record=entry.raw,
                field="gap",
                help=f"remove the gap, or the value of {note.field}",
            )


RULE = Rule("PKB106", "gap-beside-value", Severity.ERROR, check, where="gap")
