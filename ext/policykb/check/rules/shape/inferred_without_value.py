"""A field is said to be inferred but has no value."""

from policykb.check.rules.note_spans import note_span
from policykb.check.rules.rule import Entry, Findings, Place, Rule, Severity
from policykb.values.notes import NOTES


def check(entry: Entry) -> Findings:
    """What is concluded must be stated."""
    if "inferred" not in entry.raw.values:
        return
    for note in entry.value("inferred", NOTES) or ():
        spec = entry.specs.get(note.field)
        if spec is None or entry.text(note.field):
            continue
        # A required one that is missing is reported as that: its note is the same mistake.
        if not spec.required or note.field in entry.gaps:
            yield RULE.at(
                Place(entry.page, *note_span(entry, "inferred", note)),
                f"{entry.name}: {note.field} is said to be inferred, but it has no value",
                record=entry.raw,
                field="inferred",
                help=f"fill in {note.field}, or move the entry to “gap”",
            )


RULE = Rule("PKB109", "inferred-without-value", Severity.ERROR, check, requires=("PKB108",))
