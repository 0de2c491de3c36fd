"""Records by a name or by the prefix of an id."""

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.edit.find.records import find_records
from policykb.model import TYPES


def of_name(base: Context, words: str) -> list[Entry]:
    """The records that some words may mean; all of them where there are none."""
    if not words.strip():
        return list(base.by_id.values())[:200]
    return [entry for entry, _ in find_records(base, words, limit=50)]


def type_of(ident: str) -> str | None:
    """The type whose prefix an id has."""
    return next((name for name, one in TYPES.items() if ident.startswith(one.prefix)), None)
