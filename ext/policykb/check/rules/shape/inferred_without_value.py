"""A field is said to be inferred but has no value."""

from policykb.check.rules.note_spans import notes, span_of
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB109", Severity.ERROR, requires=("PKB108",), where="inferred")
def rule(entry: Entry) -> Findings:
    """What is concluded must be stated."""
    for note in notes(entry, "inferred"):
        spec = entry.specs.get(note.field)
        if spec is None or entry.text(note.field):
            continue
        # A required one that is missing is reported as that: its note is the same mistake.
        if not spec.required or note.field in entry.gaps:
            yield rule.in_record(
                entry,
                span_of(entry, "inferred", note),
                f"{entry.name}: {note.field} is said to be inferred, but it has no value",
                field="inferred",
                help=f"fill in {note.field}, or move the entry to “gap”",
            )
