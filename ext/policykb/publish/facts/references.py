"""A source as it is cited in a sentence: headline, author, publisher, date, address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from policykb.base.entry import Entry
from policykb.export import bibliography
from policykb.values.date import DATE
from policykb.values.url import URL


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as bibliographies have it: the parts of a sentence that tells who, what, where and
    when; its address with what is known of that; its fields in BibTeX and CSL-JSON."""

    parts: tuple[str, ...]
    url: str = ""
    seen: tuple[str, ...] = ()
    bibtex: dict[str, str] = field(default_factory=dict)
    csl: dict[str, Any] = field(default_factory=dict)

    def plain(self, place: str) -> str:
        """Who, what, where, when and at which place; then its address, when that was looked at, and
        the archived copy."""
        said = f"{', '.join(part for part in (*self.parts, place) if part)}."
        seen = "; ".join(self.seen)
        if self.url:
            return f"{said} {self.url}{f' ({seen})' if seen else ''}."
        return f"{said} {seen[:1].upper()}{seen[1:]}." if seen else said


def reference(source: Entry | None, ident: str) -> Reference:
    """How a source is cited, or what is only known by an id. A headline stands in quotation marks,
    our own words for a document without."""
    if source is None:
        return Reference((ident,))
    headline = " ".join(source.text("headline").split())
    named = f"“{headline}”" if headline else source.title
    return Reference(
        (source.text("author"), named, source.text("publisher"), when(source)),
        source.value("url", URL) or "",
        tuple(_seen(source)),
        bibliography.bibtex_fields(source),
        bibliography.source_csl(source),
    )


def when(source: Entry) -> str:
    """When a source was published, in words; else ``n.d.``, with the earliest day it can be of."""
    published, earliest = source.value("published", DATE), source.value("not_before", DATE)
    if published:
        return DATE.display(published)
    since = f" (not before {DATE.display(earliest)})" if earliest else ""
    return f"{bibliography.UNDATED}{since}"


def _seen(source: Entry) -> Iterator[str]:
    accessed, archived = source.value("accessed", DATE), source.value("archived", URL)
    if accessed:
        yield f"accessed {DATE.display(accessed)}"
    if archived:
        yield f"archived at {archived}"
