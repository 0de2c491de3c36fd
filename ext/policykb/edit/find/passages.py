"""Passages of sources by their words, each cut to the shortest useful quotation."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.edit.find.clauses import LIGHT, sentences, shortest
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Pages, Source, in_base
from policykb.text.normalize import is_cjk
from policykb.text.sentences import Span

_ENDING = re.compile(r"(?:ies|ied|es|s|ed|ing|y|e)$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a source that can be quoted as it is. ``span`` are code points of the source's text;
    ``paragraph`` counts from 1; ``missing`` are the words asked for that it does not hold, and
    ``matched`` is how many it holds."""

    source: Entry
    document: Source
    span: Span
    paragraph: int
    quote: str
    matched: int = 0
    missing: tuple[str, ...] = ()

    @property
    def pages(self) -> Pages:
        """The first and the last page it stands on; empty where the source has no pages."""
        return self.document.pages(*self.span)


class Words:
    """The words to look for: in any inflection, Chinese and Japanese as written."""

    def __init__(self, text: str) -> None:
        plain = unicodedata.normalize("NFKC", text)
        words = re.findall(r"[^\W_]+(?:[.,’'-][^\W_]+)*", plain)
        heavy = [word for word in words if word.lower() not in LIGHT] or words
        self.patterns = [(word, re.compile(_pattern(word), re.IGNORECASE)) for word in heavy]
        self.phrase = re.compile(
            r"\W+".join(map(re.escape, words)) if words else r"(?!)", re.IGNORECASE
        )

    def __len__(self) -> int:
        return len(self.patterns)

    def count(self, text: str) -> int:
        """How many of the words a text has."""
        return sum(pattern.search(text) is not None for _, pattern in self.patterns)

    def missing(self, text: str) -> tuple[str, ...]:
        """The words that a text has not."""
        return tuple(word for word, pattern in self.patterns if not pattern.search(text))


def _pattern(word: str) -> str:
    if any(is_cjk(char) for char in word):
        return re.escape(word)
    stem = _ENDING.sub("", word) if word.isalpha() else word
    if len(stem) < 4:
        return rf"(?<!\w){re.escape(word)}s?(?!\w)"
    return rf"(?<!\w){re.escape(stem)}\w*"


def documents(base: Base, only: Iterable[str] = ()) -> Iterator[tuple[Entry, Source]]:
    """The sources of a base with their documents, those that can be read."""
    wanted = set(only)
    for entry in base.entries:
        if entry.is_source and (not wanted or entry.id in wanted):
            file, separator = entry.text("file"), entry.text("paragraphs") or "blank-line"
            document = in_base(base, file, separator)
            if file and document.problem is None:
                yield entry, document


def find_passages(
    base: Base, text: str, sources: Iterable[str] = (), limit: int = 5
) -> list[Passage]:
    """The passages that hold most of the words, best first; none that hold less than half."""
    words = Words(text)
    found: dict[str, tuple[tuple[int, bool, int], Passage]] = {}
    for entry, document in documents(base, sources):
        for span in _units(document, words, entry.text("language") or "en"):
            unit = document.text[slice(*span)]
            matched = words.count(unit)
            if 2 * matched < len(words):
                continue
            passage = quotable(entry, document, span, holds(document, words, matched))
            if passage is not None:
                missing = words.missing(unit)
                passage = replace(passage, matched=matched, missing=missing)
                rank = (-matched, words.phrase.search(unit) is None, len(passage.quote))
                key = passage.quote.casefold()
                if key not in found or rank < found[key][0]:
                    found[key] = (rank, passage)
    ranked = sorted(found.values(), key=lambda item: (item[0], item[1].source.id))
    return [passage for _, passage in ranked[:limit]]


def holds(document: Source, words: Words, least: int) -> Callable[[Span], bool]:
    """Whether a span of a document has that many of the words."""
    return lambda span: words.count(document.text[slice(*span)]) >= least


def _units(document: Source, words: Words, language: str) -> Iterator[Span]:
    """The sentences that hold any of the words, and two in a row that hold more than either."""
    for low, high in document.paragraphs:
        spans = sentences(document.text, low, high, language)
        counts = [words.count(document.text[slice(*span)]) for span in spans]
        for index, span in enumerate(spans):
            if counts[index]:
                yield span
            if index and counts[index] and counts[index - 1]:
                pair = (spans[index - 1][0], span[1])
                if words.count(document.text[slice(*pair)]) > max(counts[index - 1 : index + 1]):
                    yield pair


def quotable(
    entry: Entry, document: Source, span: Span, keeps: Callable[[Span], bool]
) -> Passage | None:
    """The shortest part of a span that ``keeps`` accepts and that is found in the source."""

    def sound(part: Span) -> bool:
        return keeps(part) and _found(document, part) is not None

    best = shortest(document.text, span, sound)
    match = _found(document, best)
    if match is None:
        return None
    quote = " ".join(document.text[slice(*best)].split())
    return Passage(entry, document, best, match.paragraph, quote)


def _found(document: Source, span: Span) -> Match | None:
    found = find(document, " ".join(document.text[slice(*span)].split()))
    return found if isinstance(found, Match) else None
