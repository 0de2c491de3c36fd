"""Records as other programs take them: plain values, identical for identical input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policykb.evidence.locate import Match, find
from policykb.evidence.source import Source
from policykb.export.plain import plain
from policykb.kb import Base, Entry
from policykb.parse.page import RawEvidence
from policykb.values.base import BadValue
from policykb.values.shows import parse as parse_shows

_ELSEWHERE = frozenset({"id", "title", "aliases"})


def records(base: Base) -> Iterator[dict[str, Any]]:
    """Every record that has an id, sorted by it; of a duplicate, the one that is kept."""
    places = Places(base)
    for ident in sorted(base.by_id):
        yield record(base, base.by_id[ident], places)


def record(base: Base, entry: Entry, places: Places) -> dict[str, Any]:
    """One record. Field values are texts as written, links lists of ids; what is empty is left
    out of both."""
    filled = {name: option.value.strip() for name, _, option in entry.filled()}
    text = entry.page.text
    return {
        "id": entry.id,
        "type": entry.type,
        "title": entry.title,
        "aliases": list(entry.value("aliases") or ()),
        "fields": {
            name: filled[name]
            for name, spec in entry.specs.items()
            if name in filled and not spec.is_link and name not in _ELSEWHERE
        },
        "links": {name: list(entry.links[name]) for name in entry.specs if name in entry.links},
        "evidence": [quotation(entry, one, places) for one in entry.raw.evidence],
        "path": entry.page.path,
        "line": entry.raw.line,
        "text": plain(base, "\n\n".join(text[start:end] for start, end in entry.raw.prose)),
    }


def quotation(entry: Entry, raw: RawEvidence, places: Places) -> dict[str, Any]:
    """One quotation. ``shows`` maps a field to its values and each value to the quoted words that
    stand for it. ``start`` and ``end`` are code points of the decoded source, from the first run
    to the last; None where the words are not found in it."""
    options = {name: option.value for name, option in raw.options.items()}
    found = places.find(raw.source.strip(), raw.quote)
    return {
        "source": raw.source.strip(),
        "quote": " ".join(raw.quote.split()),
        "supports": _names(options.get("supports", "")),
        "disputes": _names(options.get("disputes", "")),
        "shows": _shows(entry, options.get("shows", "").strip()),
        "start": found.start if found else None,
        "end": found.end if found else None,
    }


class Places:
    """Finds quotations in the source documents of a base, each opened once."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.folder: Path = base.root / base.settings.seeds
        self.opened: dict[str, Source | None] = {}

    def find(self, ident: str, quote: str) -> Match | None:
        """Where a quotation stands; None where it does not."""
        if ident not in self.opened:
            self.opened[ident] = self._open(ident)
        source = self.opened[ident]
        found = find(source, quote) if source is not None else None
        return found if isinstance(found, Match) else None

    def _open(self, ident: str) -> Source | None:
        entry = self.base.by_id.get(ident)
        file = entry.value("file") if entry is not None else None
        if entry is None or not file:
            return None
        source = Source(self.folder, str(file), entry.value("paragraphs") or "blank-line")
        return None if source.problem else source


def _names(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def _shows(entry: Entry, text: str) -> dict[str, dict[str, str]]:
    try:
        mappings = parse_shows(text) if text else ()
    except BadValue:
        return {}
    found: dict[str, dict[str, str]] = {}
    for one in mappings:
        value = one.value if one.value is not None else entry.text(one.field)
        found.setdefault(one.field, {})[value] = one.words
    return found
