"""Quotations for a record that is being written, with the fields that each one shows."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.check.context import Context, with_record
from policykb.edit.find.clauses import sentences
from policykb.edit.find.passages import Passage, Words, documents, holds, quotable
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source
from policykb.evidence.facts import facts_of
from policykb.evidence.grade import is_present, names_record
from policykb.evidence.passage import place_of
from policykb.markdown.reader import read_page
from policykb.model import RecordType
from policykb.text.lexicon import lexicon
from policykb.text.sentences import Span

MOST = 5
"""Quotations that are proposed at most."""

Shown = frozenset[tuple[str, str]]


class Proposal(NamedTuple):
    """A quotation for a record, with the fields that it supports. ``named`` is False if it shows
    values and does not name the record."""

    source: str
    quote: str
    fields: tuple[str, ...]
    named: bool


def propose(
    base: Context,
    model: RecordType,
    values: Mapping[str, str],
    sources: Iterable[str],
    phrase: str,
) -> list[Proposal]:
    """Quotations for the record with these texts: those passages
    around ``phrase`` that show most of what no other one shows, each as short as it can be; first
    those that name the record. Those that do may stand anywhere in the paragraph."""
    reader = _Reader(base, model, values)
    found: list[tuple[Passage, Shown]] = []
    words = Words(phrase)
    for entry, document in documents(base, sources):
        language = entry.text("language") or "en"
        for low, high in document.paragraphs:
            spans = sentences(document.text, low, high, language)
            near = [words.count(document.text[slice(*span)]) == len(words) for span in spans]
            for index, span in enumerate(spans if any(near) else ()):
                shown = reader.shown(document, span, language)
                if NAMED not in shown and not any(near[max(0, index - 1) : index + 2]):
                    continue
                if shown:
                    keeps = reader.keeps(document, shown, language)
                elif near[index]:
                    keeps = holds(document, words, len(words))
                else:
                    continue
                if passage := quotable(entry, document, span, keeps):
                    found.append((passage, shown))
    return [
        Proposal(one.source.id, one.quote, _fields(model, shown), NAMED in every or not every)
        for one, shown, every in _chosen(found)
    ]


def _chosen(found: list[tuple[Passage, Shown]]) -> list[tuple[Passage, Shown, Shown]]:
    """Passage after passage, always the one that adds most, with what it adds and all that it
    shows; those that show nothing only where none shows anything."""
    chosen: list[tuple[Passage, Shown, Shown]] = []
    known: set[tuple[str, str]] = set()
    while len(chosen) < MOST and found:
        best = passage, shown = max(
            found,
            key=lambda item: (NAMED in item[1], len(item[1] - known), -len(item[0].quote)),
        )
        found.remove(best)
        if shown - known - {NAMED} or not chosen:
            chosen.append((passage, shown - known, shown))
            known |= shown - {NAMED}
    return chosen


def _fields(model: RecordType, shown: Shown) -> tuple[str, ...]:
    fields = {field for field, _ in shown}
    return tuple(name for name in model.specs if name in fields) or ("text",)


class _Reader:
    """The values of the record that a quotation shows, read as in a base that has the record."""

    def __init__(self, base: Context, model: RecordType, values: Mapping[str, str]) -> None:
        entry = _written(model, values)
        self.base = with_record(base, entry)
        self.entry = entry
        self.facts = list(facts_of(self.base, entry))

    def shown(self, document: Source, span: Span, language: str) -> Shown:
        """The (field, item) pairs that a span of a source shows; with them, under the empty field,
        that it names the record."""
        quote = " ".join(document.text[slice(*span)].split())
        match = find(document, quote)
        if not isinstance(match, Match):
            return frozenset()
        text = self.base.evidence.text_at(place_of(document, match, lexicon(language)))
        found = {(one.field, one.value) for one in self.facts if is_present(text, one)}
        if found and names_record(text, self.entry):
            found.add(NAMED)
        return frozenset(found)

    def keeps(self, document: Source, shown: Shown, language: str) -> Callable[[Span], bool]:
        """Whether a span still shows all of ``shown``."""
        return lambda span: shown <= self.shown(document, span, language)


NAMED = ("", "")
"""Stands for the record's own name among what a quotation shows."""


def _written(model: RecordType, values: Mapping[str, str]) -> Entry:
    """The record as its page will have it."""
    fields = [
        f":{name}: {text}"
        for name, text in values.items()
        if name != "title" and text and "\n" not in text
    ]
    lines = [f"::::{{{model.name}}} {values['title']}", *fields, "::::", ""]
    page = read_page("new.md", "\n".join(lines), frozenset((model.name,)))
    return Entry(page.records[0])
