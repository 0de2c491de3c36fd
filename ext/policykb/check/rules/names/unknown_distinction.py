"""A record is told apart from one that does not exist, or from itself."""

from policykb.check.rules.note_spans import note_span
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Rule, Severity, fix_for
from policykb.markdown.page import Place
from policykb.values.notes import DISTINCT, Note


def check(entry: Entry, known: Known) -> Findings:
    """What `distinct_from` names are ids of other records."""
    if "distinct_from" not in entry.raw.values:
        return
    for note in entry.value("distinct_from", DISTINCT) or ():
        if note.field == entry.id or not (note.field in known.by_id or known.is_lost(note.field)):
            yield _finding(entry, known, note)


def _finding(entry: Entry, known: Known, note: Note) -> Diagnostic:
    span = note_span(entry, "distinct_from", note)
    itself = note.field == entry.id
    found = None if itself else known.meant(note.field)
    what = "the record itself" if itself else f"{note.field}, which does not exist"
    return RULE.at(
        Place(entry.page, *span),
        f"{entry.name} names in “distinct_from” {what}",
        record=entry.raw,
        field="distinct_from",
        help=(found and found.help) or "name the record that it is taken for, or remove this",
        fix=fix_for(found, entry.page, span) if found else None,
    )


RULE = Rule("PKB505", "unknown-distinction", Severity.ERROR, check, where="distinct_from")
