"""The evidence of a whole base, worked out once for all rules, pages and exports."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from policykb.base.entry import Entry, names_of
from policykb.base.ground import real
from policykb.base.index import Base
from policykb.evidence.document.find import elsewhere
from policykb.evidence.document.source import Source, in_base
from policykb.evidence.links import Mentions, Names
from policykb.evidence.passage import Passage, Span, Wording, forget, place_of
from policykb.evidence.quotation import Quotation, quotations_of
from policykb.values.language import LANGUAGE
from policykb.values.path import FILE

_SOURCES: dict[tuple[str, str], tuple[tuple[int, int, int], Source]] = {}
"""Sources by path and separator, with the file's size, time and number when they were read."""

MOST_KEPT = 1000
"""Places in sources whose readings are kept for other records that quote the same."""


class Evidence:
    """The sources of a base, every quotation in them, and every name in the base."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._mentions: dict[tuple[Wording, tuple[Span, ...]], Mentions] = {}
        self.sources = _sources(base)
        """By id of the source record, those whose file can be told."""
        self.by_entry: dict[int, list[Quotation]] = {}
        """The quotations of each record, by the record's ``id()``."""
        self.quote(base.entries)

    @cached_property
    def names(self) -> Names:
        """Every name of every record."""
        entries = self.base.by_id.items()
        return Names((ident, name) for ident, entry in entries for name in names_of(entry))

    def mentions(self, place: Passage) -> Mentions:
        """The names of records in the sentences of a quotation."""
        key = place.within, place.windows
        found = self._mentions.get(key)
        if found is None:
            found = self._mentions[key] = Mentions(
                one for part in place.windows for one in self.names.scan(place.text, *part)
            )
        return found

    def text(self, one: Quotation) -> Passage | None:
        """A quotation as values are looked for in it; None where it is not found."""
        if one.looked is None and one.match is not None:
            one.looked = self.text_at(one.passage)
        return one.looked

    def text_at(self, place: Passage) -> Passage:
        """A place of a source with the names of records in it."""
        place.name(self.mentions(place))
        return place

    def elsewhere(self, one: Quotation) -> tuple[Passage, ...]:
        """The other places of a quotation in its source."""
        if one.elsewhere is None:
            source, known = one.document, one.passage.known
            found = elsewhere(source, one.raw.quote, one.match) if source and one.match else ()
            one.elsewhere = tuple(
                [self.text_at(place_of(source, each, known)) for each in found if source]
            )
        return one.elsewhere

    def rename(self, old: dict[str, list[str]], new: dict[str, list[str]]) -> list[Quotation]:
        """Look for names anew: records, by their ids, had the old ones and have the new ones.
        Returns the quotations whose places have one of either."""
        for ident in new if "names" in self.__dict__ else ():
            for name in old[ident]:
                self.names.remove(ident, name)
            for name in new[ident]:
                self.names.add(ident, name)
        self._mentions.clear()
        names = Names((ident, name) for ident in new for name in (*old[ident], *new[ident]))
        found = [one for one in self.all() if one.has_any(names)]
        for one in found:
            one.forget_names()
        return found

    def resource(self, idents: Collection[str]) -> tuple[set[Entry], set[Entry]]:
        """Read some sources anew, by their ids. Returns the records that quote them, and of these
        those that quote another document than before, or one of another language."""
        was = _languages(self.sources)
        self.sources = _sources(self.base, idents, self.sources)
        others = {ident for ident, _ in was.items() ^ _languages(self.sources).items()}
        asked = others.union(idents)
        quotes = [one for one in self.all() if one.source in asked]
        anew = {one.entry for one in quotes if one.source in others}
        self.quote(anew)
        return {one.entry for one in quotes}, anew

    def quote(self, entries: Iterable[Entry]) -> None:
        """Look for the quotations of some records anew."""
        for entry in entries:
            if entry.raw.evidence:
                self.by_entry[id(entry)] = quotations_of(entry, self.sources)

    def release(self, entries: Iterable[Entry]) -> None:
        """Let go of what was read of the places of some records' quotations, and of all paragraphs
        where they have become many."""
        for one in (quote for entry in entries for quote in self.of(entry)):
            one.forget()
        if len(self._mentions) > MOST_KEPT:
            self._mentions.clear()
            forget()

    def of(self, entry: Entry) -> list[Quotation]:
        """The quotations of a record, in order."""
        return self.by_entry.get(id(entry), [])

    def quoting(self, source: str) -> list[Quotation]:
        """The quotations from a source, in order of pages."""
        return [one for one in self.all() if one.raw.source == source]

    def all(self) -> Iterator[Quotation]:
        """Every quotation, in order of pages."""
        for entry in self.base.entries:
            yield from self.by_entry.get(id(entry), ())


def _languages(sources: Mapping[str, Source]) -> dict[str, tuple[Source, str]]:
    return {ident: (source, source.language) for ident, source in sources.items()}


def _sources(
    base: Base, idents: Collection[str] = (), known: Mapping[str, Source] = MappingProxyType({})
) -> dict[str, Source]:
    """The sources by id, those that are known as they are but for some."""
    found: dict[str, Source] = {}
    for entry in base.by_id.values():
        if entry.id in known and entry.id not in idents:
            found[entry.id] = known[entry.id]
        elif entry.is_source and (file := entry.value("file", FILE)):
            how = entry.text("paragraphs") if entry.value("paragraphs") else "blank-line"
            found[entry.id] = source = _source(base, file, how)
            source.language = entry.value("language", LANGUAGE) or ""
    return found


def _source(base: Base, file: str, separator: str) -> Source:
    """A source, read anew only where its file has changed since the last time."""
    name = f"{base.settings.seeds}/{file}"
    path = f"{base.root}/{name}"
    try:
        stat = real(base.root, name).stat()
    except (OSError, ValueError):
        return in_base(base, file, separator)
    stamp = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
    known = _SOURCES.get((path, separator))
    if known is None or known[0] != stamp:
        known = _SOURCES[path, separator] = (stamp, in_base(base, file, separator))
    return known[1]
