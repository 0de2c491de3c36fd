"""Where an entry of ``gap`` or ``inferred`` stands in its page."""

from policykb.base.entry import Entry
from policykb.values.notes import Note


def note_span(entry: Entry, option_name: str, note: Note) -> tuple[int, int]:
    """The note's field name; all of the value where quoting hides the place."""
    option = entry.raw.options[option_name]
    at = option.at + note.start
    if entry.page.text.startswith(note.field, at):
        return at, at + len(note.field)
    return option.at, option.end
