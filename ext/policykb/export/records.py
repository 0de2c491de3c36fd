"""Records as other programs take them: plain values, identical for identical input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.evidence.document.find import Match
from policykb.evidence.document.source import Source
from policykb.evidence.grade import grade_record
from policykb.evidence.review import as_data
from policykb.evidence.state import Checked
from policykb.evidence.subject import marked_words
from policykb.export.plain import own_words
from policykb.markdown.page import RawEvidence
from policykb.values.base import BadValue
from policykb.values.names import NAMES
from policykb.values.shows import parse as parse_shows

_ELSEWHERE = frozenset({"id", "title", "aliases"})


def records(base: Context) -> Iterator[dict[str, Any]]:
    """Every record that has an id, sorted by it; of a duplicate, the one that is kept."""
    for ident in sorted(base.by_id):
        yield record(base, base.by_id[ident])


def record(base: Context, entry: Entry) -> dict[str, Any]:
    """One record. Field values are texts as written, links are lists of ids; empty ones are left
    out."""
    filled = {name: text for name, _, text in entry.filled()}
    names = entry.value("aliases", NAMES)
    return {
        "id": entry.id,
        "type": entry.type,
        "title": entry.title,
        "aliases": list(names or ()),
        "fields": {
            name: filled[name]
            for name, spec in entry.specs.items()
            if name in filled and not spec.is_link and name not in _ELSEWHERE
        },
        "links": {name: list(entry.links[name]) for name in entry.specs if name in entry.links},
        "evidence": [quotation(entry, one) for one in base.evidence.of(entry)],
        "facts": [as_data(one) for one in grade_record(base.evidence, entry)],
        "path": entry.page.path,
        "line": entry.raw.line,
        "text": own_words(base, entry),
    }


def quotation(entry: Entry, checked: Checked) -> dict[str, Any]:
    """One quotation. ``shows`` maps a field to its values and each value to the quoted words that
    show it. ``start`` and ``end`` are code points of the decoded source, from the first run to the
    last; None if the words are not found in it. ``selectors`` place each run as in the W3C Web
    Annotation Data Model, sections 4.2.4 and 4.2.5."""
    found, raw = checked.match, checked.raw
    return {
        "source": raw.source.strip(),
        "quote": " ".join(raw.quote.split()),
        "supports": checked.supports,
        "disputes": checked.disputes,
        "shows": _shows(entry, raw.values.get("shows", "").strip()),
        **_told(raw),
        "start": found.start if found else None,
        "end": found.end if found else None,
        "selectors": _selectors(checked.source, found) if checked.source and found else [],
    }


def _selectors(source: Source, found: Match) -> list[dict[str, Any]]:
    """For each run its position and its words, without the words around it: only the quoted words
    of a source are published."""
    return [
        selector
        for start, end in found.runs
        for selector in (
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": source.text[start:end]},
        )
    ]


def _told(raw: RawEvidence) -> dict[str, str]:
    """The words that name the record, and who says it; each only if given."""
    found = {"subject": marked_words(raw), "said_by": raw.values.get("said_by", "").strip()}
    return {name: text for name, text in found.items() if text}


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
