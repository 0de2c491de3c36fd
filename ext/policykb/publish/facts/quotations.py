"""The quotations of a record as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.evidence.document.source import Pages
from policykb.values.shows import Mapping


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``number`` counts from 1 within its record. ``runs`` are (start, end) code
    points of the source; ``paragraph`` counts from 1 and is 0 where the words are not found;
    ``pages`` are its first and last page where its source has pages."""

    entry: Entry
    number: int
    source: str
    text: str
    supports: tuple[str, ...]
    disputes: tuple[str, ...]
    shows: tuple[Mapping, ...]
    paragraph: int = 0
    runs: tuple[tuple[int, int], ...] = ()
    pages: Pages = ()

    @property
    def anchor(self) -> str:
        """The quotation's id on its page."""
        return f"{self.entry.id}-q{self.number}"

    @property
    def start(self) -> int:
        """The first code point in the source, -1 where the words are not found."""
        return self.runs[0][0] if self.runs else -1


def quotations(base: Context, entry: Entry) -> list[Quotation]:
    """A record's quotations in the order written."""
    return [
        Quotation(
            entry,
            number,
            one.raw.source.strip(),
            " ".join(one.raw.quote.split()),
            tuple(one.supports),
            tuple(one.disputes),
            one.mappings,
            *((one.match.paragraph, one.match.runs, one.pages) if one.match else (0, ())),
        )
        for number, one in enumerate(base.evidence.of(entry), 1)
    ]
