"""What a rule that looks at one record or page may know of the rest of the base."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from policykb.base.conf import Conf
from policykb.base.entry import Entry
from policykb.base.ground import Ground
from policykb.base.index import Guesses
from policykb.base.meant import Meant, by_name, meant
from policykb.base.settings import Settings
from policykb.check.context import Context
from policykb.check.diagnostics import Related
from policykb.check.places import Places
from policykb.evidence.evidence import Evidence
from policykb.model import RecordType
from policykb.values.names import NAMES
from policykb.values.notes import DISTINCT

T = TypeVar("T")

GUESSED = "?"
"""By which `Known.asked` has who asked what a name or a mistaken id means."""


class Other(Protocol):
    """Another record, as far as rules may know it."""

    @property
    def id(self) -> str: ...
    @property
    def model(self) -> RecordType: ...
    @property
    def type(self) -> str: ...
    @property
    def is_source(self) -> bool: ...
    @property
    def title(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def names(self) -> list[str]: ...


class Known:
    """Ids, types, names and statuses of all records, the sources, the places that can be named; and
    what a run was made with: the settings, the day, the files that there are."""

    def __init__(self, base: Context) -> None:
        self._base = base
        self.settings: Settings = base.settings
        self.root: Path = base.root
        self.guesses: Guesses = base.guesses
        self.by_id: Mapping[str, Other] = base.by_id
        """The records by id; of two with one id, the one that has it rightly."""
        self.reader = ""
        """Who asks now: the path of a page, or the code of a rule."""
        self.asked: dict[str, set[str]] = {}
        """Who asked for the status of an id, or whether it is lost; by ``#``, for what pages can be
        named by; by ``/``, for which files there are; by `GUESSED`, for what is meant by a name, or
        which sources there are."""
        self._places = Places(base.page_at)
        self._made: dict[Callable[[Known], Any], Any] = {}

    @property
    def latest(self) -> datetime.date:
        """The latest day that is not in the future."""
        return self._base.latest

    @property
    def today(self) -> datetime.date:
        return self._base.today

    @property
    def conf(self) -> Conf:
        """What is read of conf.py."""
        return self._base.conf

    @property
    def evidence(self) -> Evidence:
        """The sources, the quotations of a record, and every name in the base."""
        return self._base.evidence

    @property
    def ground(self) -> Ground:
        """The files that there are."""
        self.asked.setdefault("/", set()).add(self.reader)
        return self._base.ground

    @property
    def paths(self) -> Collection[str]:
        """The paths of all pages."""
        self.asked.setdefault("/", set()).add(self.reader)
        return self._base.page_at.keys()

    @property
    def places(self) -> Places:
        """What in the pages others can refer to."""
        self.asked.setdefault("#", set()).add(self.reader)
        return self._places

    @property
    def sources(self) -> list[Entry]:
        """The records of sources."""
        self.asked.setdefault(GUESSED, set()).add(self.reader)
        return [entry for entry in self._base.entries if entry.is_source]

    def record(self, ident: str) -> Entry:
        """A record: all of a source that has a file; of any other, its place for a finding."""
        return self._base.by_id[ident]

    @property
    def lost_files(self) -> set[str]:
        """The files that are given in blocks which are of no type."""
        return {
            block.values["file"]
            for page in self._base.pages
            for block in page.blocks
            if "file" in block.values
        }

    def first_id(self, ident: str) -> str:
        """The first of the ids that a record has had."""
        return self._base.first_id(ident)

    def status(self, ident: str) -> str | None:
        """The status of a record."""
        self.asked.setdefault(ident, set()).add(self.reader)
        entry = self._base.by_id.get(ident)
        return entry.text("status") if entry is not None and entry.value("status") else None

    def is_sure(self, ident: str) -> bool:
        """Whether all of a record that exists is read as it is meant."""
        from policykb.base.unread import unsure

        entry = self._base.by_id.get(ident)
        return entry is not None and not unsure(entry)

    def is_lost(self, ident: str) -> bool:
        """Whether a record probably has this id, but its page has a fault that hides it."""
        self.asked.setdefault(ident, set()).add(self.reader)
        return self._base.is_lost(ident)

    @property
    def duplicates(self) -> list[tuple[Entry, Entry]]:
        """Pairs of records with one id: the one that has it rightly, and the other."""
        return self._base.duplicates

    def count(self, type_name: str) -> int:
        """How many records of a type there are."""
        return sum(entry.type == type_name for entry in self._base.entries)

    def nearest(self, text: str, types: tuple[str, ...] = ()) -> Other | None:
        """The record meant by a mistaken id, title or alias, where one is clearly nearest."""
        self.asked.setdefault(GUESSED, set()).add(self.reader)
        return self._base.nearest(text, types)

    def meant(self, ident: str, types: tuple[str, ...] = ()) -> Meant:
        """What an id that no record has can mean."""
        self.asked.setdefault(GUESSED, set()).add(self.reader)
        return meant(self._base, ident, types)

    def by_name(self, name: str, types: tuple[str, ...]) -> Other | None:
        """The one record of those types with exactly this title, alias or Japanese name."""
        self.asked.setdefault(GUESSED, set()).add(self.reader)
        return by_name(self._base, name, types)

    def aliases(self, ident: str) -> tuple[str, ...]:
        """The aliases of a record."""
        return self._base.by_id[ident].value("aliases", NAMES) or ()

    def distinct(self, ident: str) -> frozenset[str]:
        """The ids of records that a record is said to be another than."""
        notes = self._base.by_id[ident].value("distinct_from", DISTINCT) or ()
        return frozenset(note.field for note in notes)

    def is_new(self, ident: str) -> bool:
        """Whether the last commit did not have a record."""
        return ident not in (self._base.committed or ())

    def order(self, ident: str) -> tuple[str, int]:
        """Where a record stands, for telling which of two comes first."""
        entry = self._base.by_id[ident]
        return entry.page.path, entry.raw.block.start

    def where(self, ident: str, message: str, field: str | None = None) -> Related:
        """The opening line of a record, or the value of one of its fields, as a related place."""
        entry = self._base.by_id[ident]
        at = entry.raw.options[field].at if field else entry.raw.block.start
        return Related(message, entry.page.path, *entry.page.position(at))

    def from_names(self, make: Callable[[Known], T]) -> T:
        """What a function makes of ids and names, and of nothing else; made once for as long as
        they stay the same."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def rename(self, old: Sequence[Other], new: Sequence[Other]) -> None:
        """Take other names, or ids, for those that some records had: what can is told of it, all
        else is made anew."""
        for make, made in [*self._made.items()]:
            if hasattr(made, "rename"):
                made.rename(old, new)
            else:
                del self._made[make]

    def has_file(self, path: str) -> bool:
        """Whether a path that a page names, relative to the root, is a plain file."""
        return path in self.ground.files

    def renew_places(self) -> set[str]:
        """Look at the pages' places anew; returns who has asked for them."""
        self._places = Places(self._base.page_at)
        return self.asked.pop("#", set())

    def renew_paths(self) -> set[str]:
        """There are pages more or less: returns who has asked for them, or for their places."""
        self.rename((), ())
        return self.asked.pop("/", set()) | self.renew_places()
