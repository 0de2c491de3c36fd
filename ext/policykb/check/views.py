"""What the functions of rules are handed of a base."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from policykb.base.entry import Entry
from policykb.base.opening import first_words, opening
from policykb.base.unread import named_unread
from policykb.check.context import Context
from policykb.check.diagnostics import Related
from policykb.check.known import Known
from policykb.check.places import Labels
from policykb.check.quiet import Kept
from policykb.check.scope import Scope
from policykb.check.where import TESTS
from policykb.evidence.grade import Graded
from policykb.evidence.quotation import Quotation
from policykb.markdown.page import Page


class Links:
    """Who links to whom in a base."""

    def __init__(self, base: Context) -> None:
        self._base = base
        self.entries = base.entries
        """The records, for their links and gaps."""

    @property
    def incoming(self) -> dict[str, list[tuple[Entry, str]]]:
        """The records that link to an id, and by which field."""
        return self._base.incoming

    def counts(self, ident: str) -> list[int]:
        """How many records each link of a record names."""
        return [len(ids) for ids in self._base.by_id[ident].links.values()]

    @property
    def references(self) -> Iterator[tuple[str, str | None]]:
        """The ids that the prose of pages refers to, with the id of the record in whose text."""
        for page in self._base.pages:
            yield from page.needs

    @property
    def unreadable(self) -> Iterator[str]:
        """The texts of links that are no ids."""
        for entry in self.entries:
            for field in entry.bad:
                if entry.specs[field].is_link:
                    yield entry.text(field)

    def is_whole(self, entry: Entry) -> bool:
        """Whether a record is in no other, and its options are read."""
        return entry.raw.parent is None and not entry.raw.void

    def where(self, entry: Entry, field: str, target: str, message: str) -> Related:
        """A link, as a related place."""
        at = entry.item_span(field, entry.links[field].index(target))[0]
        return Related(message, entry.page.path, *entry.page.position(at))

    @cached_property
    def unread(self) -> set[str]:
        """Ids that stand where it cannot be told what is said of them."""
        return named_unread(self._base)


class Quotes:
    """What a base quotes of its sources."""

    def __init__(self, base: Context) -> None:
        self._base = base

    @cached_property
    def by_source(self) -> dict[str, list[Quotation]]:
        """The quotations by the id that they name as their source, in order of pages."""
        found: dict[str, list[Quotation]] = {}
        for one in self._base.evidence.all():
            found.setdefault(one.raw.source, []).append(one)
        return found

    def of(self, source: str) -> list[Quotation]:
        """The quotations from a source."""
        return self.by_source.get(source, [])

    def where(self, one: Quotation, message: str) -> Related:
        """A quotation, as a related place."""
        page = one.entry.page
        return Related(message, page.path, *page.position(one.raw.at))

    def in_record(self, ident: str) -> list[Quotation]:
        """The quotations that stand in a record."""
        return self._base.evidence.of(self._base.by_id[ident])


class Openings:
    """The first sentences of all records."""

    def __init__(self, base: Context) -> None:
        self._base = base
        self._before: dict[tuple[str, int], tuple[str, int]] = {}
        last: dict[str, tuple[str, int]] = {}
        for path, entries in base.entries_at.items():
            for index, entry in enumerate(entries):
                if words := first_words(entry):
                    if words in last:
                        self._before[path, index] = last[words]
                    last[words] = path, index

    def before(self, entry: Entry) -> Entry | None:
        """The nearest record before one that begins with the same sentence."""
        place = entry.page.path, entry.page.records.index(entry.raw)
        if place not in self._before:
            return None
        path, index = self._before[place]
        return self._base.entries_at[path][index]

    def where(self, entry: Entry) -> Related:
        """The first sentence of a record, as a related place."""
        said = opening(entry)
        assert said is not None
        return Related("here", entry.page.path, *entry.page.position(said.start))


class Views:
    """What rules are handed of a base, each thing made when it is first asked for."""

    def __init__(self, base: Context) -> None:
        self.base = base
        self._found: dict[str, list[Any]] = {}

    @cached_property
    def known(self) -> Known:
        return Known(self.base)

    @cached_property
    def links(self) -> Links:
        return Links(self.base)

    @cached_property
    def quotes(self) -> Quotes:
        return Quotes(self.base)

    @cached_property
    def openings(self) -> Openings:
        return Openings(self.base)

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.base.page_at)

    @property
    def kept(self) -> Kept:
        return self.base.kept

    def renew(self, *names: str) -> None:
        """Make some anew when they are next asked for: a page that they tell of has changed."""
        self._found.clear()
        for name in names:
            self.__dict__.pop(name, None)

    def beside(self, scope: Scope) -> tuple[Any, ...]:
        """What a function is handed beside that which it is called for each of."""
        return tuple([getattr(self, name) for name in scope.beside])

    def each(
        self, scope: Scope, paths: Iterable[str] | None = None, where: str | None = None
    ) -> Iterable[Any]:
        """What a function is called for each of, in the whole base or on some pages: of those that
        have what ``where`` names."""
        if scope.each == "fact":
            facts = self._facts(self.base.entries_at if paths is None else paths)
            return filter(TESTS[where], facts) if where else facts
        if scope.each == "page":
            return self._asking(self._having(where, paths, self._pages), attrgetter("path"))
        entries = self._having(where, paths, self._entries)
        return self._asking(entries, attrgetter("page.path"))

    def _asking(self, items: Iterable[Any], path_of: Callable[[Any], str]) -> Iterator[Any]:
        """Some pages or records, each the one that asks from then on."""
        known = self.known
        for item in items:
            known.reader = path_of(item)
            yield item

    def _having(
        self,
        where: str | None,
        paths: Iterable[str] | None,
        all_of: Callable[[Iterable[str] | None], Iterable[Any]],
    ) -> Iterable[Any]:
        """The pages or records that have what ``where`` names; in the whole base they are looked
        for once."""
        if where is None:
            return all_of(paths)
        if paths is not None:
            return filter(TESTS[where], all_of(paths))
        if where not in self._found:
            self._found[where] = list(filter(TESTS[where], all_of(None)))
        return self._found[where]

    def _pages(self, paths: Iterable[str] | None) -> Iterable[Page]:
        pages = self.base.page_at
        return self.base.pages if paths is None else [pages[path] for path in paths]

    def _entries(self, paths: Iterable[str] | None) -> Iterable[Entry]:
        if paths is None:
            return self.base.entries
        return chain.from_iterable([self.base.entries_at[path] for path in paths])

    def _facts(self, paths: Iterable[str]) -> Iterator[Graded]:
        """The facts of those records of some pages that have quotations, with their grades."""
        for path in paths:
            self.known.reader = path
            for entry in self.base.entries_at[path]:
                if entry.raw.evidence:
                    yield from self.base.graded(entry)

    def release(self, paths: Iterable[str]) -> None:
        """Let go of what only the grades of some pages' facts need, and of those grades."""
        entries = [entry for path in paths for entry in self.base.entries_at[path]]
        self.forget(entries)
        self.base.evidence.release(entries)

    def forget(self, entries: Iterable[Entry]) -> None:
        """Grade the facts of some records anew when they are next asked for."""
        for entry in entries:
            self.base.grades.pop(id(entry), None)
