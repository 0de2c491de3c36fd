"""A gap is declared for a field that has a value."""

from policykb.check.rules.note_spans import note_span
from policykb.check.rules.rule import Entry, Findings, Place, Rule, Severity
from policykb.values.notes import NOTES


def check(entry: Entry) -> Findings:
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
