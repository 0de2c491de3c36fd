"""The quotations of a record: what each shows, and where in its source it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from policykb.evidence.locate import Match, find
from policykb.evidence.source import Source
from policykb.kb import Base, Entry
from policykb.values.base import BadValue
from policykb.values.shows import Mapping
from policykb.values.shows import parse as parse_shows


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``number`` counts from 1 within its record. ``runs`` are (start, end) code
    points of the source; ``paragraph`` counts from 1 and is 0 where the words are not found."""

    entry: Entry
    number: int
    source: str
    text: str
    supports: tuple[str, ...]
    disputes: tuple[str, ...]
    shows: tuple[Mapping, ...]
    paragraph: int = 0
    runs: tuple[tuple[int, int], ...] = ()

    @property
    def anchor(self) -> str:
        """The quotation's id on its page."""
        return f"{self.entry.id}-q{self.number}"

    @property
    def start(self) -> int:
        """The first code point in the source, -1 where the words are not found."""
        return self.runs[0][0] if self.runs else -1


class Library:
    """The source documents of a base, opened once."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._opened: dict[str, Source | None] = {}

    def source(self, ident: str) -> Source | None:
        """The document of a source record; None where there is none that can be read."""
        if ident not in self._opened:
            self._opened[ident] = self._open(ident)
        return self._opened[ident]

    def _open(self, ident: str) -> Source | None:
        entry = self.base.by_id.get(ident)
        file = entry.value("file") if entry is not None else None
        if entry is None or not file:
            return None
        separator = entry.value("paragraphs") or "blank-line"
        opened = Source(self.folder, str(file), separator)
        return None if opened.problem else opened

    @cached_property
    def folder(self) -> Path:
        return self.base.root / self.base.settings.seeds

    def quotations(self, entry: Entry) -> list[Quotation]:
        """A record's quotations in the order written."""
        return [self._quotation(entry, number) for number in range(1, len(entry.raw.evidence) + 1)]

    def _quotation(self, entry: Entry, number: int) -> Quotation:
        raw = entry.raw.evidence[number - 1]
        options = {name: option.value.strip() for name, option in raw.options.items()}
        try:
            shows = parse_shows(options["shows"]) if options.get("shows") else ()
        except BadValue:
            shows = ()
        ident = raw.source.strip()
        source = self.source(ident)
        place = find(source, raw.quote) if source is not None else None
        return Quotation(
            entry,
            number,
            ident,
            " ".join(raw.quote.split()),
            _names(options.get("supports", "")),
            _names(options.get("disputes", "")),
            shows,
            *((place.paragraph, place.runs) if isinstance(place, Match) else (0, ())),
        )


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
