"""What a session has replaced since somebody last asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from policykb.base.entry import Entry


@dataclass(slots=True)
class Touched:
    """Pages by their paths, and records by their ids: those on these pages, those that these name
    or named and did not or do not, as a link or a source, and those whose facts are graded anew."""

    pages: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)

    def note(self, path: str, before: Iterable[Entry], after: Iterable[Entry]) -> None:
        """Add a page with its records as they were and as they are."""
        self.pages.add(path)
        was, now = _named(before), _named(after)
        self.records.update(target for *_, target in was ^ now)
        self.records.update(ident for ident, *_ in was | now)


def _named(entries: Iterable[Entry]) -> set[tuple[str, str, str]]:
    """Whom records name: their ids, the field or none, and the id that is named."""
    found = set()
    for entry in entries:
        found.add((entry.id, "id", entry.id))
        found.update((entry.id, field, one) for field, ids in entry.links.items() for one in ids)
        found.update((entry.id, "", one.source.strip()) for one in entry.raw.evidence)
    return found
