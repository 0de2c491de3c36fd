"""The records that pages are made of: all of them, by id, type and page, with their quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.evidence.grade import Graded
from policykb.evidence.quotation import Quotation
from policykb.export.plain import own_words
from policykb.model import TYPES
from policykb.publish.facts.history import History, history
from policykb.values.date import DATE
from policykb.values.edtf import Edtf

T = TypeVar("T")


class Records:
    """Finds records, and remembers what is costly to make of them."""

    def __init__(self, base: Context) -> None:
        self.base = base
        self._grades: dict[str, dict[str, list[Graded]]] = {}
        self._remembered: dict[str, Any] = {}
        self._kept: dict[str, dict[Any, Any]] = {}
        """By id, what is made of each record."""

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What is costly to make and asked for by several pages."""
        if name not in self._remembered:
            self._remembered[name] = make()
        kept: T = self._remembered[name]
        return kept

    def keep(self, entry: Entry, name: object, make: Callable[[], T]) -> T:
        """What is made of a record and of those around it; of twins it is kept only of the one that
        is shown."""
        if self.base.by_id.get(entry.id) is not entry:
            return make()
        known = self._kept.setdefault(entry.id, {})
        if name not in known:
            known[name] = make()
        kept: T = known[name]
        return kept

    def take_over(self, last: Records, graded: Iterable[str], stale: Iterable[str]) -> None:
        """Keep what was made for the last site of the same base, but not the grades of some records
        nor what was made of others."""
        self._grades, self._kept = last._grades, last._kept
        for ident in graded:
            self._grades.pop(ident, None)
        for ident in stale:
            self._kept.pop(ident, None)

    @cached_property
    def entries(self) -> list[Entry]:
        """Every record once, in the order of their names; none whose id is no id, since names of
        files are made of it."""
        sound = (one for one in self.base.by_id.values() if "id" not in one.bad)
        return sorted(sound, key=lambda one: (self.order(one), one.id))

    def order(self, entry: Entry) -> bytes:
        """What records are put in order by."""
        return entry.title.casefold().encode("utf-8", "replace")

    @cached_property
    def by_type(self) -> dict[str, list[Entry]]:
        """Records of each type, also of those without any."""
        found: dict[str, list[Entry]] = {name: [] for name in TYPES}
        for entry in self.entries:
            found[entry.type].append(entry)
        return found

    def entry(self, ident: str) -> Entry | None:
        """The record of an id, if there is one."""
        return self.base.by_id.get(ident)

    def targets(self, entry: Entry, name: str) -> list[Entry]:
        """The records a link field names, without those that do not exist."""
        found = (self.base.by_id.get(ident) for ident in entry.links.get(name, ()))
        return [one for one in found if one is not None]

    def docname(self, entry: Entry) -> str:
        """The page a record stands on."""
        path = entry.page.path.removeprefix(self.base.settings.docs.rstrip("/") + "/")
        return path.removesuffix(".md")

    def shares_page(self, entry: Entry) -> bool:
        """Whether other records stand on the same page."""
        return len(entry.page.records) > 1

    @cached_property
    def _by_page(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[self.docname(entry)].append(entry)
        return found

    def records_on(self, docname: str) -> list[Entry]:
        """The records of a page."""
        return self._by_page.get(docname, [])

    def sole_record(self, docname: str) -> Entry | None:
        """The record of a page that has exactly one."""
        found = self.records_on(docname)
        return found[0] if len(found) == 1 else None

    def quotations(self, entry: Entry) -> list[Quotation]:
        """A record's quotations in the order written."""
        return self.base.evidence.of(entry)

    @cached_property
    def quoted_from(self) -> dict[str, list[Quotation]]:
        """Quotations by the id of the source they come from, in the order of the source."""
        found: dict[str, list[Quotation]] = defaultdict(list)
        for entry in self.entries:
            for one in self.quotations(entry):
                found[one.source].append(one)
        for group in found.values():
            group.sort(key=lambda one: (one.start < 0, one.start, one.entry.id, one.number))
        return found

    def sources(self, quotes: Iterable[Quotation]) -> Iterator[Entry]:
        """The sources of quotations, each once."""
        found = (self.entry(ident) for ident in dict.fromkeys(one.source for one in quotes))
        return (one for one in found if one is not None)

    def newest(self, quotes: Iterable[Quotation]) -> Edtf | None:
        """The latest date on which a source of quotations was published; one that has no end is
        taken for the oldest."""
        days = (one.value("published", DATE) for one in self.sources(quotes))
        known = (day for day in days if day is not None)
        return max(known, key=lambda day: day.latest or date.min, default=None)

    def grades(self, entry: Entry) -> dict[str, list[Graded]]:
        """The grades of a record's facts by field, in the order of the items."""
        if entry.id not in self._grades:
            found: dict[str, list[Graded]] = defaultdict(list)
            for one in self.base.graded(entry):
                found[one.fact.field].append(one)
            self._grades[entry.id] = found
        return self._grades[entry.id]

    def prose(self, entry: Entry) -> str:
        """A record's own words as plain text, in one line."""
        return " ".join(own_words(self.base, entry).split())

    def changed(self, entry: Entry) -> str:
        """The day the record's page was last changed, as ISO 8601; empty where not known."""
        return self.history.last.get(entry.page.path, "")

    @cached_property
    def history(self) -> History:
        return history(self.base.root, self.base.settings.docs)
