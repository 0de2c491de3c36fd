"""A source as it is cited in a sentence: headline, author, publisher, date, address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from policykb.base.entry import Entry
from policykb.export import bibliography
from policykb.publish.facts.interface import Interface
from policykb.publish.facts.words import capital
from policykb.values.date import DATE
from policykb.values.url import URL


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as bibliographies have it: the parts of a sentence that tells who, what, where and
    when; its address with what is known of that; its fields in BibTeX and CSL-JSON."""

    parts: tuple[str, ...]
    t: Interface
    url: str = ""
    seen: tuple[str, ...] = ()
    bibtex: dict[str, str] = field(default_factory=dict)
    csl: dict[str, Any] = field(default_factory=dict)

    def plain(self, place: str) -> str:
        """Who, what, where, when and at which place; then its address, when that was looked at, and
        the archived copy."""
        said = self.t("list.comma").join(part for part in (*self.parts, place) if part)
        seen = self.t("list.semicolon").join(self.seen)
        if self.url and seen:
            return self.t("cite.source_seen", source=said, url=self.url, seen=seen)
        if self.url or seen:
            return self.t("cite.source_at", source=said, url=self.url or capital(seen))
        return self.t("cite.source", source=said)


def reference(source: Entry | None, ident: str, t: Interface) -> Reference:
    """How a source is cited, or what is only known by an id. A headline stands in quotation marks,
    our own words for a document without."""
    if source is None:
        return Reference((ident,), t)
    headline = " ".join(source.text("headline").split())
    named = t("quotation.quoted", words=headline) if headline else source.title
    return Reference(
        (source.text("author"), named, source.text("publisher"), published_words(source, t)),
        t,
        source.value("url", URL) or "",
        tuple(_seen(source, t)),
        bibliography.bibtex_fields(source),
        bibliography.source_csl(source),
    )


def published_words(source: Entry, t: Interface) -> str:
    """When a source was published, in words; else ``n.d.``, with the earliest day it can be of."""
    published, earliest = source.value("published", DATE), source.value("not_before", DATE)
    if published:
        return t.date(published)
    if earliest:
        return t("cite.not_before", day=t.date(earliest))
    return t("cite.undated")


def _seen(source: Entry, t: Interface) -> Iterator[str]:
    accessed, archived = source.value("accessed", DATE), source.value("archived", URL)
    if accessed:
        yield t("cite.accessed", day=t.date(accessed))
    if archived:
        yield t("cite.archived", url=archived)
