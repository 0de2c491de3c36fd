"""A quotation of a record: as written, and where it stands in its source."""

from collections.abc import Mapping
from functools import cached_property

from policykb.base.entry import Entry
from policykb.evidence.document.find import Failure, Match, find
from policykb.evidence.document.page_breaks import page_words
from policykb.evidence.document.source import Pages, Source
from policykb.evidence.links import Names
from policykb.evidence.passage import Passage, alone, place_of
from policykb.markdown.page import RawEvidence
from policykb.text.lexicon import lexicon
from policykb.values.base import BadValue
from policykb.values.shows import SHOWS
from policykb.values.shows import Mapping as Shown


class Quotation:
    """One quotation of a record and what became of it.

    ``number`` counts from 1 within the record. ``document`` is None where the evidence names no
    source record, or one without a file. The quotation is looked for once it is asked for.
    """

    def __init__(
        self, entry: Entry, raw: RawEvidence, document: Source | None, number: int
    ) -> None:
        self.entry = entry
        self.raw = raw
        self.document = document
        self.number = number
        self.supports = raw.supports
        self.looked: Passage | None = None
        self.elsewhere: tuple[Passage, ...] | None = None

    @property
    def disputes(self) -> list[str]:
        """The fields it is said to dispute."""
        return self.raw.disputes

    @property
    def source(self) -> str:
        """The id of the source record it names."""
        return self.raw.source.strip()

    @property
    def text(self) -> str:
        """Its words on one line."""
        return self.raw.text

    @property
    def anchor(self) -> str:
        """Its id on the page of its record."""
        return f"{self.entry.id}-q{self.number}"

    @property
    def result(self) -> Match | Failure | None:
        """The place or the failure; None where there is no readable source."""
        source, quote = self.document, self.raw.quote
        if source is None or source.problem is not None:
            return None
        found: Match | Failure | None = source.found.get(quote)
        if found is None:
            found = source.found[quote] = find(source, quote)
        return found

    def forget(self) -> None:
        """Let go of what was read where it stands."""
        self.looked = self.elsewhere = None
        self.__dict__.pop("passage", None)

    def forget_names(self) -> None:
        """Let go of the names of records that were read where it stands."""
        self.looked = self.elsewhere = None
        self.passage = self.passage.unnamed()

    def has_any(self, names: Names) -> bool:
        """Whether a name stands where the quotation was looked at."""
        for place in (self.looked, *(self.elsewhere or ())):
            if place is None or not names.may_be_in(place.within.lower):
                continue
            if any(names.scan(place.text, *window) for window in place.windows):
                return True
        return False

    @property
    def match(self) -> Match | None:
        """Where the quotation stands; None where it was not found."""
        found = self.result
        return found if isinstance(found, Match) else None

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Its parts as (start, end) code points of the source; none where it was not found."""
        return self.match.runs if self.match else ()

    @property
    def start(self) -> int:
        """Its first code point in the source, -1 where it was not found."""
        return self.runs[0][0] if self.runs else -1

    @property
    def paragraph(self) -> int:
        """Its paragraph, from 1; 0 where it was not found."""
        return self.match.paragraph if self.match else 0

    @property
    def place(self) -> str:
        """``p. 3``, or else ``paragraph 5``; empty where it was not found."""
        if self.pages:
            return page_words(self.pages)
        return f"paragraph {self.paragraph}" if self.paragraph else ""

    @property
    def pages(self) -> Pages:
        """The first and the last page of its source that it stands on."""
        match, source = self.match, self.document
        return source.pages(match.start, match.end) if match and source else ()

    @property
    def failure(self) -> Failure | None:
        """Why the quotation was not found; None where it was, or could not be looked for."""
        found = self.result
        return found if isinstance(found, Failure) else None

    @cached_property
    def shows(self) -> tuple[Shown, ...]:
        """What its ``shows`` option maps; nothing where that does not read."""
        text = self.raw.values.get("shows", "").strip()
        try:
            return SHOWS.parse(text) if text else ()
        except BadValue:
            return ()

    @cached_property
    def passage(self) -> Passage:
        """Its words where they stand in their source; by themselves where they do not."""
        known = lexicon((self.document.language if self.document else "") or "en")
        if self.match is None or self.document is None:
            return alone(self.raw.quote, known)
        return place_of(self.document, self.match, known)


def quotations_of(entry: Entry, documents: Mapping[str, Source]) -> list[Quotation]:
    """A record's quotations in the order written; ``documents`` are by id of the source record."""
    return [
        Quotation(entry, raw, documents.get(raw.source), number)
        for number, raw in enumerate(entry.raw.evidence, 1)
    ]
