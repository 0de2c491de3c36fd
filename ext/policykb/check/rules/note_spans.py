"""The entries of ``gap``, ``inferred`` and ``distinct_from``, and where they stand in a page."""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.values.notes import DISTINCT, NOTES, Note


def notes(entry: Entry, option_name: str) -> Iterator[tuple[Note, tuple[int, int]]]:
    """The notes of an option, each with the place of its field's name; with all of the value where
    quoting hides the place."""
    kind = DISTINCT if option_name == "distinct_from" else NOTES
    for note in entry.value(option_name, kind) or ():
        option = entry.raw.options[option_name]
        at = option.at + note.start
        is_there = entry.page.text.startswith(note.field, at)
        yield note, (at, at + len(note.field)) if is_there else (option.at, option.end)
