"""The knowledge base in memory: pages, records by id, links in and out, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast

from policykb.base.conf import Conf
from policykb.base.entry import Entry
from policykb.base.git import committed_ids
from policykb.base.ground import Ground, survey
from policykb.base.settings import Settings
from policykb.markdown.inline import Inline
from policykb.markdown.page import Page, RawRecord
from policykb.model import use
from policykb.values.identifier import ID

T = TypeVar("T")

GUESSES = 50_000_000
"""Letters that a run compares to tell what misspelt names mean: thousands of guesses in a base of
thousands of records. Later mistakes are reported without a guess."""


class Guesses:
    """The letters that a run may still compare to tell what was meant."""

    left = GUESSES

    def renew(self) -> None:
        """Begin another run."""
        self.left = GUESSES

    def spend(self, letters: int) -> bool:
        """Whether so many are left; they are then taken off."""
        if letters > self.left:
            return False
        self.left -= letters
        return True


class Base:
    """All pages of one root, read."""

    def __init__(self, root: Path, pages: list[Page], settings: Settings) -> None:
        use(settings.model)
        self.root = root
        self.pages = pages
        self.settings = settings
        self.conf = Conf()
        """What conf.py says; given by whoever read the pages."""
        self._from_names: dict[Callable[[Base], Any], Any] = {}
        self.guesses = Guesses()
        self.own_words: dict[int, str] = {}
        """Records' own words as plain text, by their ``id()``; filled by `export.plain`."""
        self.entries = [Entry(raw) for page in pages for raw in page.records]
        self.by_id: dict[str, Entry] = {}
        self.duplicates: list[tuple[Entry, Entry]] = []
        """Pairs (the one kept, the copy to blame)."""
        self.take_ids()

    def take_ids(self) -> None:
        """Find out which record has which id."""
        self.by_id.clear()
        self.duplicates.clear()
        for entry in self.entries:
            first = self.by_id.setdefault(entry.id, entry) if entry.id else entry
            if first is not entry:
                self._keep(first, entry)

    def _keep(self, first: Entry, second: Entry) -> None:
        """Blame the copy: the one whose id has another type's prefix, else the one that is not
        where the last commit had the id, else the one whose page is not named after the id, else
        the one on the later path."""
        if self._originality(second) > self._originality(first):
            first, second = second, first
            self.by_id[first.id] = first
        self.duplicates.append((first, second))

    def _originality(self, entry: Entry) -> tuple[bool, bool, bool]:
        path = entry.page.path
        return (
            entry.id.startswith(entry.model.prefix),
            (self.committed or {}).get(entry.id) == path,
            PurePosixPath(path).name == entry.model.file_name(entry.id),
        )

    @cached_property
    def committed(self) -> dict[str, str] | None:
        """The ids of the last commit with the pages they were on; None without git."""
        return committed_ids(self.root, self.settings.docs)

    @cached_property
    def ground(self) -> Ground:
        """The files of the folders of pages and sources; given by a caller that walked them
        already."""
        return survey(self.root, self.settings)

    @cached_property
    def links(self) -> list[tuple[Entry, str, tuple[str, ...]]]:
        """Every link that is filled: the record, the field and the ids, in the order written."""
        return [(entry, field, ids) for entry in self.entries for field, ids in entry.links.items()]

    @cached_property
    def incoming(self) -> dict[str, list[tuple[Entry, str]]]:
        """Who links to an id, and by which field."""
        found: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        for entry, field, ids in self.links:
            for target in ids:
                found[target].append((entry, field))
        return found

    @cached_property
    def entries_at(self) -> dict[str, list[Entry]]:
        """The records by the path of their page."""
        found: dict[str, list[Entry]] = {page.path: [] for page in self.pages}
        for entry in self.entries:
            found[entry.page.path].append(entry)
        return found

    @cached_property
    def page_at(self) -> dict[str, Page]:
        """The pages by path."""
        return {page.path: page for page in self.pages}

    @cached_property
    def inlines(self) -> dict[str, list[tuple[Page, Inline, RawRecord | None]]]:
        """The inlines of prose in all pages, by kind, in order of pages."""
        found: dict[str, list[tuple[Page, Inline, RawRecord | None]]] = defaultdict(list)
        for page in self.pages:
            for item, record in page.inlines:
                found[item.kind].append((page, item, record))
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Entry]]:
        """Records by title, alias and Japanese name, exactly as written."""
        found: dict[str, list[Entry]] = {}
        for entry in self.by_id.values():
            for name in entry.names:
                if entry is not found.setdefault(name, [entry])[-1]:
                    found[name].append(entry)
        return found

    def first_id(self, ident: str) -> str:
        """The first of the ids that a record has had; the id itself of one that is not known."""
        entry = self.by_id.get(ident)
        former = entry.values("former_ids", ID) if entry else ()
        return former[0] if former else ident

    def names_changed(self) -> None:
        """Make anew what is made of names when it is next asked for."""
        self.__dict__.pop("by_name", None)
        self._from_names.clear()
        self.own_words.clear()

    def from_names(self, make: Callable[[Base], T]) -> T:
        """The result of a function of the ids and names in the base; kept while they stay the
        same."""
        if make not in self._from_names:
            self._from_names[make] = make(self)
        return cast("T", self._from_names[make])

    def has_file(self, path: str) -> bool:
        """Whether a path that a page names, relative to the root, is a plain file."""
        return path in self.ground.files
