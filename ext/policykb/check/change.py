"""What is another now for the rest of a base, after one of its pages has changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from policykb.base.entry import Entry
from policykb.base.opening import first_words
from policykb.base.unread import unread_ids, unsure
from policykb.check.context import Context
from policykb.markdown.anchors import labeled, options, slugs, term_lines, terms, written_labels
from policykb.markdown.page import Page

Found = dict[str, Entry | None]
"""By id the record that has it, if any."""


class Change:
    """A page with its records as they were, and as they are; made before it is put into the base.

    ``kinds`` are the names of the parameters of rules (`policykb.check.scope`) that tell of what is
    another now; ``places`` are what `Known.places` offers, ``paths`` which pages there are.
    """

    def __init__(self, base: Context, path: str, old: Page | None, new: Page | None) -> None:
        self._base = base
        self.path = path
        self.stays = new is not None
        self.old, self.new = old or Page(path, ""), new or Page(path, "")
        self.before = base.entries_at.get(path, [])
        self.after = [Entry(raw) for raw in self.new.records]
        self.ids = {entry.id for entry in chain(self.before, self.after) if entry.id}
        self._was: Found = {ident: base.by_id.get(ident) for ident in self.ids}
        was, now = _facts(self.old, self.before), _facts(self.new, self.after)
        self.kinds = {name for name in now if was[name] != now[name]}
        if not (old and new):
            self.kinds.add("paths")

    @property
    def ids_differ(self) -> bool:
        """Whether there are ids more or less, or in another order."""
        return [entry.id for entry in self.before] != [entry.id for entry in self.after]

    @property
    def keeps_records(self) -> bool:
        """Whether there are the same records as before on pages without a fault or a twin, and no
        source among those that say something else."""
        faults = (
            self.old.faults or self.new.faults or self._base.duplicates or "paths" in self.kinds
        )
        return not faults and [*map(_is, self.before)] == [*map(_is, self.after)]

    def touched(self) -> tuple[Found, Found]:
        """The records of which others know something that is another now: as they were, and as
        they are."""
        wrong = self._differing(lambda entry: (entry.page.path, _told(entry)))
        now = self._base.by_id
        return {one: self._was[one] for one in wrong}, {one: now.get(one) for one in wrong}

    def relinked(self) -> list[str]:
        """The ids of records that link to others than before."""
        return self._differing(lambda entry: entry.links)

    def restated(self) -> list[str]:
        """The ids of records that have another status."""
        return self._differing(lambda entry: entry.value("status"))

    def _differing(self, told: Callable[[Entry], object]) -> list[str]:
        """The ids of records of which something is another now, or that came or went."""
        now = self._base.by_id
        return [one for one in self.ids if _of(told, self._was[one]) != _of(told, now.get(one))]


def _is(entry: Entry) -> object:
    """What tells which record it is, and all of a source."""
    return (
        (entry.id, entry.type, entry.text("former_ids"), entry.text("distinct_from")),
        (unsure(entry), entry.raw.void, entry.raw.parent is None, "id" in entry.bad),
        entry.is_source and entry.page.text,
    )


def _of(told: Callable[[Entry], object], entry: Entry | None) -> object:
    return entry and told(entry)


def _told(entry: Entry) -> object:
    """What others may know of a record; of a source they may know anything."""
    raw = entry.raw
    return (
        entry.id,
        entry.type,
        entry.names,
        entry.text("former_ids"),
        entry.text("distinct_from"),
        (unsure(entry), raw.void, raw.parent is None),
        entry.is_source and entry.page.text[raw.block.start : raw.block.end],
    )


def _facts(page: Page, entries: list[Entry]) -> dict[str, object]:
    """What rules look at of other pages."""
    links = [
        (entry.links, entry.gaps, [(name, entry.text(name)) for name in entry.bad])
        for entry in entries
    ]
    given = [(block.values.get("id"), block.values.get("file")) for block in page.blocks]
    return {
        "openings": [first_words(entry) for entry in entries],
        "known": ([_told(entry) for entry in entries], [one for one in given if any(one)]),
        "links": (page.needs, unread_ids(page), links),
        "quotes": [
            [(one.source, one.quote, one.values) for one in entry.raw.evidence] for entry in entries
        ],
        "labels": (written_labels(page), [term for term, _, _ in term_lines(page)]),
        "places": (slugs(page), terms(page), options(page), labeled(page)),
    }


@dataclass(slots=True)
class Touched:
    """What a session has replaced since somebody last asked: pages by their paths, and records by
    their ids. These are those on the pages, those that these name or named and did not or do not,
    as a link or a source, and those whose facts are graded anew."""

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
