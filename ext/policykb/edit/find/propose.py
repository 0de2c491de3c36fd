"""Quotations for a record that is being written, with the fields that each one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from policykb.base.entry import names_of
from policykb.base.index import Base
from policykb.edit.find.passages import Passage, Words, documents, quotable
from policykb.edit.find.sentences import Span, sentences
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.quotation import Quotation
from policykb.evidence.document.source import Source
from policykb.evidence.names import NameIndex
from policykb.evidence.shown import Context, shows
from policykb.model import Record

MOST = 5
"""Quotations that are proposed at most."""

Shown = frozenset[tuple[str, str]]


def propose(
    base: Base, model: type[Record], values: Mapping[str, str], sources: Iterable[str], phrase: str
) -> list[tuple[str, str, tuple[str, ...]]]:
    """(source, quotation, fields it supports) for the record with these texts: those passages
    around ``phrase`` that show most of what no other one shows, each as short as it can be."""
    reader = _Reader(base, model, values)
    found: list[tuple[Passage, Shown]] = []
    words = Words(phrase)
    for entry, document in documents(base, sources):
        for low, high in document.paragraphs:
            spans = sentences(document.text, low, high)
            near = [words.count(document.text[slice(*span)]) == len(words) for span in spans]
            for index, span in enumerate(spans):
                if any(near[max(0, index - 1) : index + 2]):
                    shown = reader.shown(document, span)
                    if not shown and not near[index]:
                        continue
                    keeps = reader.keeps(document, shown) if shown else _holds(document, words)
                    passage = quotable(entry, document, span, keeps)
                    if passage is not None:
                        found.append((passage, shown))
    return [(one.source.id, one.quote, _fields(model, shown)) for one, shown in _chosen(found)]


def _holds(document: Source, words: Words) -> Callable[[Span], bool]:
    return lambda span: words.count(document.text[slice(*span)]) == len(words)


def _chosen(found: list[tuple[Passage, Shown]]) -> list[tuple[Passage, Shown]]:
    """Passage after passage, always the one that adds most; those that show nothing only where
    none shows anything."""
    chosen: list[tuple[Passage, Shown]] = []
    known: set[tuple[str, str]] = set()
    while len(chosen) < MOST and found:
        best = max(found, key=lambda item: (len(item[1] - known), -len(item[0].quote)))
        if chosen and not best[1] - known:
            break
        chosen.append((best[0], frozenset(best[1] - known)))
        known |= best[1]
        found.remove(best)
    return chosen


def _fields(model: type[Record], shown: Shown) -> tuple[str, ...]:
    fields = {field for field, _ in shown}
    return tuple(name for name in model.specs() if name in fields) or ("text",)


class _Reader:
    """What a quotation shows of the record's values."""

    def __init__(self, base: Base, model: type[Record], values: Mapping[str, str]) -> None:
        names = {entry.id: names_of(entry) for entry in base.by_id.values()}
        names[values["id"]] = [values["title"]]
        self.context = Context(NameIndex(names), values["id"])
        self.items = [
            (name, spec, item)
            for name, spec in model.specs().items()
            if values.get(name) and not spec.editorial
            for item in _items(spec.read(values[name]), spec.many)
        ]

    def shown(self, document: Source, span: Span) -> Shown:
        """The (field, item) pairs that a span of a source shows."""
        quote = " ".join(document.text[slice(*span)].split())
        match = find(document, quote)
        if not isinstance(match, Match):
            return frozenset()
        quotation = Quotation(quote, (), document, match)
        return frozenset(
            (name, str(item))
            for name, spec, item in self.items
            if shows(quotation, name, spec.value, item, self.context, spec.is_link)
        )

    def keeps(self, document: Source, shown: Shown) -> Callable[[Span], bool]:
        """Whether a span still shows all of ``shown``."""
        return lambda span: shown <= self.shown(document, span)


def _items(value: object, many: bool) -> tuple[object, ...]:
    return tuple(value) if many and isinstance(value, tuple) else (value,)
