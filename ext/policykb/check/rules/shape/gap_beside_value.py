"""A gap is declared for a field that has a value."""

from policykb.check.rules.note_spans import notes, span_of
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB106", Severity.ERROR, where="gap")
def rule(entry: Entry) -> Findings:
    """A field is either known or a gap."""
    for note in notes(entry, "gap"):
        if entry.text(note.field) and note.field != "gap":
            yield rule.in_record(
                entry,
                span_of(entry, "gap", note),
                f"{entry.name}: the gap says {note.field} is not known, "
                f"but {note.field} has a value",
                field="gap",
                help=f"remove the gap, or the value of {note.field}",
            )
