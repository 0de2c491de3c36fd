"""The evidence of a whole base, worked out once for all rules, pages and exports."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from policykb.base.entry import Entry, names_of
from policykb.base.ground import real
from policykb.evidence.document.find import Failure, Match, find
from policykb.evidence.document.source import Pages, Source, in_base
from policykb.evidence.links import Mentions, Names, names_of_base
from policykb.evidence.passage import Passage, alone, elsewhere, place_of
from policykb.evidence.prose import names_by_digits
from policykb.evidence.surface import Text
from policykb.text.lexicon import lexicon
from policykb.values.base import BadValue
from policykb.values.language import LANGUAGE
from policykb.values.path import FILE
from policykb.values.shows import SHOWS, Mapping

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import RawEvidence

_SOURCES: dict[tuple[str, str], tuple[tuple[int, int, int], Source]] = {}
"""Sources by path and separator, with the file's size, time and number when they were read."""

_FOUND: WeakKeyDictionary[Source, dict[str, Match | Failure]] = WeakKeyDictionary()
"""What came of quotations already looked for, for as long as their source is kept."""


class Checked:
    """One quotation of a record and what became of it.

    ``source`` is None where the evidence names no source record, or one without a file. The
    quotation is looked for once it is asked for.
    """

    def __init__(self, entry: Entry, raw: RawEvidence, source: Source | None) -> None:
        self.entry = entry
        self.raw = raw
        self.source = source
        self.supports = _items(raw, "supports")
        """The fields it is said to support."""
        self.disputes = _items(raw, "disputes")
        """The fields it is said to dispute."""
        self.text: Text | None = None
        self.elsewhere: tuple[Text, ...] | None = None
        self.spans: dict[str, list[tuple[int, int]]] = {}
        """By option, where its items stand in the page: filled by whoever asks first."""

    @cached_property
    def result(self) -> Match | Failure | None:
        """The place or the failure; None where there is no readable source."""
        if self.source is None or self.source.problem is not None:
            return None
        found = _FOUND.setdefault(self.source, {})
        if self.raw.quote not in found:
            found[self.raw.quote] = find(self.source, self.raw.quote)
        return found[self.raw.quote]

    def has_any(self, names: Names) -> bool:
        """Whether a name stands where the quotation was looked at."""
        for text in (self.text, *(self.elsewhere or ())):
            for low, high in text.passage.windows if text else ():
                if text and names.has_any_in(text.passage.text, low, high):
                    return True
        return False

    @property
    def match(self) -> Match | None:
        """Where the quotation stands; None where it was not found."""
        return self.result if isinstance(self.result, Match) else None

    @property
    def pages(self) -> Pages:
        """The first and the last page of its source that it stands on."""
        match, source = self.match, self.source
        return source.pages(match.start, match.end) if match and source else ()

    @property
    def failure(self) -> Failure | None:
        """Why the quotation was not found; None where it was, or could not be looked for."""
        return self.result if isinstance(self.result, Failure) else None

    @cached_property
    def mappings(self) -> tuple[Mapping, ...]:
        """What its ``shows`` option maps; nothing where that does not read."""
        try:
            return SHOWS.parse(self.raw.values.get("shows", "").strip())
        except BadValue:
            return ()

    @cached_property
    def quotation(self) -> Passage:
        """The quotation where it stands in its source; by itself where it does not."""
        known = lexicon((self.source.language if self.source else "") or "en")
        if self.match is None or self.source is None:
            return alone(self.raw.quote, known)
        return place_of(self.source, self.match, self.raw.quote, known)


class Evidence:
    """The sources of a base, every quotation in them, and every name in the base."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._mentions: dict[tuple[int, tuple[tuple[int, int], ...]], Mentions] = {}
        self.sources: dict[str, Source] = {}
        """By id of the source record, those whose file can be told."""
        for entry in base.by_id.values():
            if entry.is_source and (file := entry.value("file", FILE)):
                how = entry.text("paragraphs") if entry.value("paragraphs") else "blank-line"
                self.sources[entry.id] = source = _source(base, file, how)
                source.language = entry.value("language", LANGUAGE) or ""
        self.by_entry: dict[int, list[Checked]] = {}
        """The quotations of each record, by the record's ``id()``."""
        for entry in base.entries:
            if entry.raw.evidence:
                self.by_entry[id(entry)] = [
                    Checked(entry, raw, self.sources.get(raw.source)) for raw in entry.raw.evidence
                ]

    @cached_property
    def names(self) -> Names:
        """Every name of every record."""
        return names_of_base({key: names_of(entry) for key, entry in self.base.by_id.items()})

    def mentions(self, place: Passage) -> Mentions:
        """The names of records in the sentences of a quotation."""
        key = id(place.within), place.windows
        found = self._mentions.get(key)
        if found is None:
            found = self._mentions[key] = Mentions(
                one for part in place.windows for one in self.names.scan(place.text, *part)
            )
        return found

    @cached_property
    def names_with_digits(self) -> dict[str, list[str]]:
        """Every name that has numbers in it, by each of them."""
        return names_by_digits(name for one in self.base.by_id.values() for name in names_of(one))

    def place(self, one: Checked) -> Passage | None:
        """A quotation in its place; None where it is not found."""
        text = self.text(one)
        return text.passage if text else None

    def text(self, one: Checked) -> Text | None:
        """A quotation as values are looked for in it; None where it is not found."""
        if one.text is None and one.match is not None:
            one.text = self.text_at(one.quotation)
        return one.text

    def text_at(self, place: Passage) -> Text:
        """A place of a source as values are looked for in it."""
        return Text(place, self.mentions(place))

    def elsewhere(self, one: Checked) -> tuple[Text, ...]:
        """The other places of a quotation in its source."""
        if one.elsewhere is None:
            text, source = self.text(one), one.source
            found = elsewhere(source, one.raw.quote, text.known) if text and source else ()
            own = (text.passage.within, text.passage.runs) if text else None
            one.elsewhere = tuple(
                [self.text_at(each) for each in found if (each.within, each.runs) != own]
            )
        return one.elsewhere

    def rename(self, old: dict[str, list[str]], new: dict[str, list[str]]) -> list[Checked]:
        """Look for names anew: records, by their ids, had the old ones and have the new ones.
        Returns the quotations whose places have one of either."""
        for ident in new if "names" in self.__dict__ else ():
            for name in old[ident]:
                self.names.remove(ident, name)
            for name in new[ident]:
                self.names.add(ident, name)
        self.__dict__.pop("names_with_digits", None)
        self._mentions.clear()
        names = names_of_base({ident: [*old[ident], *new[ident]] for ident in new})
        found = [one for checked in self.by_entry.values() for one in checked if one.has_any(names)]
        for one in found:
            one.text = one.elsewhere = None
        return found

    def of(self, entry: Entry) -> list[Checked]:
        """The quotations of a record, in order."""
        return self.by_entry.get(id(entry), [])

    def quoting(self, source: str) -> list[Checked]:
        """The quotations from a source, in order of pages."""
        return [
            one for found in self.by_entry.values() for one in found if one.raw.source == source
        ]


def _items(raw: RawEvidence, name: str) -> list[str]:
    value = raw.values.get(name)
    if value is None:
        return []
    if "," not in value:
        bare = value.strip()
        return [bare] if bare else []
    items = [part.strip() for part in value.split(",")]
    return [item for item in items if item] if "" in items else items


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
