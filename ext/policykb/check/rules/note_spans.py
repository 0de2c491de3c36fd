"""The entries of ``gap``, ``inferred`` and ``distinct_from``, and where they stand in a page."""

from policykb.base.entry import Entry
from policykb.values.notes import DISTINCT, NOTES, Note


def notes(entry: Entry, option_name: str) -> tuple[Note, ...]:
    """The notes of an option."""
    kind = DISTINCT if option_name == "distinct_from" else NOTES
    return entry.value(option_name, kind) or ()


def span_of(entry: Entry, option_name: str, note: Note) -> tuple[int, int]:
    """The place of the name of a note's field; all of the value where quoting hides the place."""
    option = entry.raw.options[option_name]
    at = option.at + note.start
    is_there = entry.page.text.startswith(note.field, at)
    return (at, at + len(note.field)) if is_there else (option.at, option.end)
