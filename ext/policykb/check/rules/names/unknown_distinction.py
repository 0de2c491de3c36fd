"""A record is told apart from one that does not exist, or from itself."""

from policykb.check.rules.note_spans import notes, span_of
from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds, fix_for


@finds("PKB505", Severity.ERROR, where="distinct_from")
def rule(entry: Entry, known: Known) -> Findings:
    """What `distinct_from` names are ids of other records."""
    for note in notes(entry, "distinct_from"):
        itself = note.field == entry.id
        if itself or not (note.field in known.by_id or known.is_lost(note.field)):
            span = span_of(entry, "distinct_from", note)
            found = None if itself else known.meant(note.field)
            what = "the record itself" if itself else f"{note.field}, which does not exist"
            yield rule.in_record(
                entry,
                span,
                f"{entry.name} names in “distinct_from” {what}",
                field="distinct_from",
                help=(found and found.help)
                or "name the record that it is taken for, or remove this",
                fix=fix_for(found, entry.page, span) if found else None,
            )
