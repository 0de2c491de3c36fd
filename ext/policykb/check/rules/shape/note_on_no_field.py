"""A gap, or an inference, names what is no field of the record."""

from policykb.check.rules.fields import meant_field, meant_help
from policykb.check.rules.note_spans import notes, span_of
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Severity, a, finds, rewrite
from policykb.values.notes import Note

NEVER = ("id", "title", "gap", "inferred", "reviewed", "coined", "former_ids", "distinct_from")


@finds("PKB108", Severity.ERROR)
def rule(entry: Entry) -> Findings:
    """Notes are on the record's own fields, and not on those that name or describe the record."""
    for option_name in ("gap", "inferred"):
        for note in notes(entry, option_name):
            if note.field not in entry.specs or note.field in _never(entry, option_name):
                yield _finding(entry, option_name, note)


def _never(entry: Entry, option_name: str) -> tuple[str, ...]:
    if option_name != "gap":
        return NEVER
    return NEVER + tuple(name for name, spec in entry.specs.items() if not spec.gap)


def _finding(entry: Entry, option_name: str, note: Note) -> Diagnostic:
    span = span_of(entry, option_name, note)
    near, spec = None, entry.specs.get(note.field)
    if spec is not None:
        what = "a gap" if option_name == "gap" else "inferred"
        message = f"{entry.name}: {note.field} cannot be {what}"
        help = f"remove {note.field} from “{option_name}”"
        help += "" if spec.gap else ", and fill it: policykb new source does"
    else:
        near = meant_field(entry, note.field)
        label = a(entry.model.label.lower())
        message = f"{entry.name}: {option_name} names “{note.field}”, which {label} has not"
        help = meant_help(entry, note.field, near)
    fix = rewrite(entry.page, span, near, sure=True)
    return rule.in_record(entry, span, message, field=option_name, help=help, fix=fix)
