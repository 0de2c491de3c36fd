"""Records as other programs take them: plain values, identical for identical input."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from urllib.parse import quote

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.evidence.document.find import Match
from policykb.evidence.document.source import Pages, Source
from policykb.evidence.grade import Graded, grade_record
from policykb.evidence.quotation import Quotation
from policykb.evidence.review import as_data
from policykb.evidence.subject import marked_words
from policykb.export.fact_table import Amount, Row, rows
from policykb.export.plain import own_words
from policykb.markdown.page import RawEvidence
from policykb.text.characters import encodable
from policykb.values.base import BadValue
from policykb.values.names import NAMES
from policykb.values.shows import SHOWS

T = TypeVar("T")

_ELSEWHERE = frozenset({"id", "title", "aliases"})


class Records(list[dict[str, Any]]):
    """Every record of a base that has an id as plain values, sorted by it; of a duplicate, the one
    that is kept. All exports of a base are made of one of these, each part of it once.

    ``address`` is that of the site, ending in ``/``, or empty where it is not known; ``published``
    says that the export goes with a site, whose files tell where they are from.
    """

    def __init__(
        self,
        base: Context,
        address: str = "",
        graded: Callable[[Entry], Iterable[Graded]] | None = None,
        *,
        published: bool = False,
    ) -> None:
        self.base = base
        self.address = address
        self.published = published
        self._kept: dict[str, Any] = {}
        self.graded: dict[str, tuple[Graded, ...]] = {}
        """The facts of each record with their grades."""
        for ident in sorted(base.by_id):
            entry = base.by_id[ident]
            found = graded(entry) if graded else grade_record(base.evidence, entry)
            self.graded[ident] = tuple(found)
            self.append(record(base, entry, self.graded[ident]))

    def keep(self, name: str, make: Callable[[], T]) -> T:
        """What several formats are made of."""
        if name not in self._kept:
            self._kept[name] = make()
        found: T = self._kept[name]
        return found

    def forget(self) -> None:
        """Let go of what formats were made of, which refers to the records in turn."""
        self._kept.clear()

    @property
    def table(self) -> list[Row]:
        made = rows(self.base, self.graded, self.permalink)
        return self.keep("table", lambda: list(made))

    @property
    def amounts(self) -> dict[tuple[str, str], Amount]:
        """Every value as a number, by record and field."""
        made = ((row.record, row.field, row.amount) for row in self.table)
        return self.keep("amounts", lambda: {(ident, name): one for ident, name, one in made})

    def permalink(self, ident: str, anchor: str = "") -> str:
        """The lasting address of a record, or of a part of its page; from the site's top where the
        site's own is not known."""
        ident = quote(ident, safe="")
        return f"{self.address}id/{ident}.html" + (f"#{ident}-{anchor}" if anchor else "")


def address_of(base: Context) -> str:
    """The site's own address, ending in ``/``, where conf.py writes it out; else empty."""
    given = base.conf.values.get("html_baseurl")
    return f"{given.rstrip('/')}/" if isinstance(given, str) and given else ""


def record(base: Context, entry: Entry, graded: Iterable[Graded] | None = None) -> dict[str, Any]:
    """One record, and its facts where they are graded already. Field values are texts as written,
    links are lists of ids; empty ones are left out."""
    filled = {name: text for name, _, text in entry.filled()}
    names = entry.value("aliases", NAMES)
    facts = grade_record(base.evidence, entry) if graded is None else graded
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
        "facts": [as_data(one) for one in facts],
        "path": encodable(entry.page.path),
        "line": entry.raw.line,
        "text": own_words(base, entry),
    }


def quotation(entry: Entry, checked: Quotation) -> dict[str, Any]:
    """One quotation. ``shows`` maps a field to its values and each value to the quoted words that
    show it. ``start`` and ``end`` are code points of the decoded source, from the first run to the
    last; None if the words are not found in it. ``page`` and ``page_end`` are the pages of a source
    that has pages. ``selectors`` place each run as in the W3C Web
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
        **page_keys(checked.pages),
        "selectors": _selectors(checked.document, found) if checked.document and found else [],
    }


def page_keys(pages: Pages) -> dict[str, int]:
    """The first and the last page of a quotation; nothing where its source has no pages."""
    return dict(zip(("page", "page_end"), pages, strict=False))


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
        mappings = SHOWS.parse(text) if text else ()
    except BadValue:
        return {}
    found: dict[str, dict[str, str]] = {}
    for one in mappings:
        value = one.value if one.value is not None else entry.text(one.field)
        found.setdefault(one.field, {})[value] = one.words
    return found
