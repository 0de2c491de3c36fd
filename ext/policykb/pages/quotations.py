"""The quotations of a record: what each shows, and where in its source it stands."""

from __future__ import annotations

from dataclasses import dataclass

from policykb.kb import Base, Entry
from policykb.values.base import BadValue
from policykb.values.shows import Mapping
from policykb.values.shows import parse as parse_shows


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``number`` counts from 1 within its record; ``start`` and ``end`` are code
    points of the source, ``paragraph`` counts from 1; -1 and 0 where it is not found."""

    entry: Entry
    number: int
    source: str
    text: str
    supports: tuple[str, ...]
    disputes: tuple[str, ...]
    shows: tuple[Mapping, ...]
    start: int = -1
    end: int = -1
    paragraph: int = 0

    @property
    def anchor(self) -> str:
        """The quotation's id on its page."""
        return f"{self.entry.id}-q{self.number}"


def quotations(base: Base, entry: Entry) -> list[Quotation]:
    """A record's quotations in the order written."""
    found = []
    for number, raw in enumerate(entry.raw.evidence, 1):
        options = {name: option.value for name, option in raw.options.items()}
        try:
            shows = parse_shows(options["shows"]) if options.get("shows", "").strip() else ()
        except BadValue:
            shows = ()
        found.append(
            Quotation(
                entry,
                number,
                raw.source.strip(),
                " ".join(raw.quote.split()),
                _names(options.get("supports", "")),
                _names(options.get("disputes", "")),
                shows,
            )
        )
    return found


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
