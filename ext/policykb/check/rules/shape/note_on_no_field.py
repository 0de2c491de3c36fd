"""A gap, or an inference, names what is no field of the record."""

from policykb.check.rules.fields import meant_field, own_fields
from policykb.check.rules.note_spans import note_span
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Rule, Severity, a, edit, safe
from policykb.markdown.page import Place
from policykb.values.notes import NOTES, Note

NEVER = ("id", "title", "gap", "inferred", "reviewed", "coined", "former_ids", "distinct_from")


def check(entry: Entry) -> Findings:
    """Notes are on the record's own fields, and not on those that name or describe the record."""
    for option_name in ("gap", "inferred"):
        if option_name in entry.raw.values:
            for note in entry.value(option_name, NOTES) or ():
                if note.field not in entry.specs or note.field in _never(entry, option_name):
                    yield _finding(entry, option_name, note)


def _never(entry: Entry, option_name: str) -> tuple[str, ...]:
    if option_name != "gap":
        return NEVER
    return NEVER + tuple(name for name, spec in entry.specs.items() if not spec.gap)


def _finding(entry: Entry, option_name: str, note: Note) -> Diagnostic:
    span = note_span(entry, option_name, note)
    what = "a gap" if option_name == "gap" else "inferred"
    label = entry.model.label.lower()
    if note.field in entry.specs:
        message, near = f"{entry.name}: {note.field} cannot be {what}", None
        help = f"remove {note.field} from “{option_name}”"
        if not entry.specs[note.field].gap:
            help += ", and fill it: policykb new source does"
    else:
        message = f"{entry.name}: {option_name} names “{note.field}”, which {a(label)} has not"
        near = meant_field(entry, note.field)
        help = (
            f"did you mean “{near}”?"
            if near
            else f"{a(label)} has the fields {', '.join(own_fields(entry.model))}"
        )
    return RULE.at(
        Place(entry.page, *span),
        message,
        record=entry.raw,
        field=option_name,
        help=help,
        fix=safe(edit(entry.page, *span, near)) if near else None,
    )


RULE = Rule("PKB108", "note-on-no-field", Severity.ERROR, check)
