"""What a source says of itself, as far as it is cited: headline, author, date, address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policykb.base.entry import Entry
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.url import URL

UNDATED = "n.d."


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as bibliographies have it. ``title`` is its headline, or our own words for it where
    ``own`` is true; texts that are not known are empty."""

    title: str
    own: bool = True
    author: str = ""
    publisher: str = ""
    published: Edtf | None = None
    not_before: Edtf | None = None
    url: str = ""
    accessed: Edtf | None = None
    archived: str = ""

    @property
    def when(self) -> str:
        """When it was published, in words; else ``n.d.``, with the earliest day it can be of."""
        if self.published:
            return DATE.display(self.published)
        if self.not_before:
            return f"{UNDATED} (not before {DATE.display(self.not_before)})"
        return UNDATED

    @property
    def year(self) -> str:
        """The year it was published in, or ``n.d.``."""
        year = self.published.year if self.published else None
        return str(year) if year else UNDATED

    def plain(self, place: str) -> str:
        """Who, what, where, when and at which place; then its address, when that was looked at, and
        the archived copy. Headlines stand in quotation marks, our own words without."""
        named = self.title if self.own else f"“{self.title}”"
        parts = (self.author, named, self.publisher, self.when, place)
        said = f"{', '.join(part for part in parts if part)}."
        seen = "; ".join(self._seen())
        if self.url:
            return f"{said} {self.url}{f' ({seen})' if seen else ''}."
        return f"{said} {seen[:1].upper()}{seen[1:]}." if seen else said

    def _seen(self) -> Iterator[str]:
        if self.accessed:
            yield f"accessed {DATE.display(self.accessed)}"
        if self.archived:
            yield f"archived at {self.archived}"

    def bibtex(self) -> dict[str, str]:
        """Its fields in BibTeX, all but place and address. A second pair of braces keeps an
        author's name as it is written."""
        return {
            "author": self.author,
            "title": self.title,
            "publisher": self.publisher,
            "year": self.year,
            "urldate": str(self.accessed or ""),
        }

    def csl(self) -> dict[str, Any]:
        """Its fields in CSL-JSON, all but place and address."""
        return {
            "title": self.title,
            **({"author": [{"literal": self.author}]} if self.author else {}),
            **({"publisher": self.publisher} if self.publisher else {}),
            **_day("issued", self.published),
            **_day("accessed", self.accessed),
            **({"archive": self.archived} if self.archived else {}),
        }


def reference(source: Entry) -> Reference:
    """How a source is cited."""
    headline = " ".join(source.text("headline").split())
    return Reference(
        headline or source.title,
        not headline,
        source.text("author"),
        source.text("publisher"),
        source.value("published", DATE),
        source.value("not_before", DATE),
        source.value("url", URL) or "",
        source.value("accessed", DATE),
        source.value("archived", URL) or "",
    )


def _day(name: str, value: Edtf | None) -> dict[str, Any]:
    start = value.start if value else None
    if start is None or start.year is None:
        return {}
    return {name: {"date-parts": [[part for part in (start.year, start.month, start.day) if part]]}}
