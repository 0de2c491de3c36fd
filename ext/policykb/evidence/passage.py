"""A quotation in its place: the paragraph it stands in, its runs, and the sentences around them.

Values are read in the source's sentences, so that a cut hides nothing, and count where they lie
within a run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

from policykb.evidence.document.find import Match
from policykb.evidence.document.source import Source
from policykb.evidence.links import Mentions, swallowed
from policykb.text.lexicon import Lexicon, is_cased, parted
from policykb.text.longer import longer
from policykb.text.normalize import lowered, normalize
from policykb.text.search import words
from policykb.text.sentences import split, stands_alone
from policykb.values.base import Found, ValueType
from policykb.values.term import Vocabulary

Span = tuple[int, int]

REACH = 400
"""Characters of a sentence around a place that are looked at; few sentences are longer."""


_NONE = Mentions()
_NEAR = 80
"""Characters on both sides of a name that can make it part of a longer one."""


class Wording:
    """A text as compared in a language; ``lower`` is it in small letters, ``words`` the same with
    its words parted, and ``known`` the words of its language."""

    def __init__(self, raw: str, known: Lexicon) -> None:
        self.text = normalize(raw)
        self.lower = lowered(self.text)
        self.words = parted(self.lower)
        self.known = known

    def marks(self, table: tuple[str, ...], low: int, high: int) -> tuple[Span, ...]:
        """Where words of a table stand in ``text[low:high]``."""
        found = self.known.spans(table, self.lower, self.words, low, high)
        if is_cased(table):
            found = [one for one in found if self.text[slice(*one)] == self.lower[slice(*one)]]
        return tuple(found)


class Sentence:
    """A sentence of a source, ``text[low:high]``, and the words in it that the language file has;
    ``number`` counts the sentences of its paragraph from 0."""

    __slots__ = ("_is_plain", "_marks", "high", "low", "number", "within")

    def __init__(self, within: Wording, number: int, low: int, high: int) -> None:
        self.within = within
        self.number = number
        self.low = low
        self.high = high
        self._marks: dict[tuple[str, ...], tuple[Span, ...]] = {}
        self._is_plain: bool | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it has no word that denies or hedges, as most sentences have none."""
        if self._is_plain is None:
            text = self.within
            self._is_plain = not (
                self.asks or text.known.unsays(text.lower, text.words, self.low, self.high)
            )
        return self._is_plain

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        end = self.within.text[max(self.low, self.high - 3) : self.high]
        return end.rstrip("\"'）)」』").endswith(("?", "？"))

    def marks(self, *table: str) -> tuple[Span, ...]:
        """Where words of a table stand in the sentence, in order; looked for once."""
        found = self._marks.get(table)
        if found is None:
            found = self._marks[table] = self.within.marks(table, self.low, self.high)
        return found

    def kinds(self, at: int, to: int, *table: str) -> Iterator[tuple[str, Span]]:
        """Where words of the tables under one stand around a place, each with its table's name."""
        text = self.within
        low, high = max(self.low, at - REACH), min(self.high, to + REACH)
        return text.known.kinds(table, text.lower, text.words, low, high)

    def near(self, at: int, *table: str) -> tuple[Span, ...]:
        """The same, as far as is looked at from a place."""
        found = self.marks(*table)
        if not found or self.high - self.low <= REACH:
            return found
        first, last = bisect_left(found, (at - REACH, 0)), bisect_right(found, (at + REACH, 0))
        return found[first:last]


class Paragraph:
    """A paragraph with its sentences. These know its words alone: so no garbage is left that only
    the collector finds, which would look through a whole base for it."""

    def __init__(self, raw: str, known: Lexicon) -> None:
        self.wording = within = Wording(raw, known)
        breaks = list(_breaks(raw, within.text)) if "\n" in raw or "\r" in raw else []
        spans = split(within.text, known.language, breaks) or [(0, len(within.text))]
        self.sentences = [Sentence(within, number, *span) for number, span in enumerate(spans)]
        self._starts = [0, *(start for start, _ in spans[1:])]

    def sentence(self, at: int) -> Sentence:
        """The sentence that an offset lies in."""
        return self.sentences[bisect_right(self._starts, at) - 1]


def _breaks(raw: str, text: str) -> Iterator[int]:
    """Where, in the text as compared, a line begins that does not go on from the one before."""
    lines = raw.splitlines()
    at = 0
    for line, following in pairwise(lines):
        plain = normalize(line)
        found = text.find(plain, at)
        if found >= 0:
            at = found + len(plain)
        if plain and stands_alone(line, following):
            yield at


_PARAGRAPHS: WeakKeyDictionary[Source, dict[tuple[int, Lexicon], Paragraph]] = WeakKeyDictionary()


def paragraph(source: Source, number: int, known: Lexicon) -> Paragraph:
    """A paragraph of a source, by its number from 1; made once."""
    made = _PARAGRAPHS.setdefault(source, {})
    found = made.get((number, known))
    if found is None:
        low, high = source.paragraphs[number - 1]
        found = made[number, known] = Paragraph(source.text[low:high], known)
    return found


def forget() -> None:
    """Let go of all paragraphs; each is made again where it is asked for."""
    _PARAGRAPHS.clear()


class Passage:
    """The runs of a quotation within a paragraph, all offsets being those of ``text``."""

    def __init__(self, paragraph: Paragraph, runs: tuple[Span, ...]) -> None:
        self.paragraph = paragraph
        self.within = within = paragraph.wording
        self.text = within.text
        self.known = within.known
        self.sentence = paragraph.sentence
        self.runs = runs
        self.gaps = [(one[1], other[0]) for one, other in pairwise(runs)]
        """What is left out between the runs."""
        self._terms: dict[str, dict[str, list[Span]]] = {}
        self._around: dict[ValueType[Any], list[Found]] = {}
        self._read: dict[ValueType[Any], list[Found]] = {}
        self.name(_NONE)

    def name(self, mentions: Mentions) -> None:
        """Take the names of known records in its sentences, once they are looked for."""
        self.all_mentions = mentions
        self.mentions = [one for one in mentions if self.holds(one.at, one.to)]
        """Those that are quoted."""
        self._longer = [swallowed(one, mentions) for one in self.mentions]
        self.longest = [
            one for one, longer in zip(self.mentions, self._longer, strict=True) if longer is None
        ]
        """Those that are no part of a longer name."""
        self._whole: dict[str, list[Span]] = {}

    def unnamed(self) -> Passage:
        """The same as another one, in which names are to be looked for anew."""
        made = copy(self)
        made.name(Mentions())
        return made

    @property
    def start(self) -> int:
        return self.runs[0][0]

    @property
    def end(self) -> int:
        return self.runs[-1][1]

    def holds(self, at: int, to: int) -> bool:
        """Whether ``[at, to)`` is quoted, in one run."""
        low, high = self.runs[0]
        if low <= at and to <= high:
            return True
        return any(low <= at and to <= high for low, high in self.runs[1:])

    @cached_property
    def quoted(self) -> str:
        """The words that are quoted, a line for each run."""
        return "\n".join(self.text[low:high] for low, high in self.runs)

    @cached_property
    def lower(self) -> str:
        """The same in small letters."""
        return "\n".join(self.within.lower[low:high] for low, high in self.runs)

    def find(self, words: str) -> Span | None:
        """Where words stand in the quotation; None where they do not."""
        plain = normalize(words) if words else ""
        for low, high in self.runs:
            at = self.text.find(plain, low, high)
            if plain and at >= 0:
                return at, at + len(plain)
        return None

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that the runs lie in, in order."""
        found: dict[Sentence, None] = {}
        for low, high in self.runs:
            first, last = self.sentence(low).number, self.sentence(max(low, high - 1)).number
            found |= dict.fromkeys(self.paragraph.sentences[first : last + 1])
        return list(found)

    @cached_property
    def windows(self) -> tuple[Span, ...]:
        """The parts of the text in which values are read: each run with its sentences."""
        found: list[Span] = []
        for low, high in self.runs:
            first = max(self.sentence(low).low, low - REACH)
            last = max(high, min(self.sentence(max(low, high - 1)).high, high + REACH))
            if found and first <= found[-1][1]:
                found[-1] = found[-1][0], max(last, found[-1][1])
            else:
                found.append((first, last))
        return tuple(found)

    @property
    def around(self) -> Iterator[tuple[int, str]]:
        """Each window with its offset."""
        return ((low, self.text[low:high]) for low, high in self.windows)

    def left_out(self, at: int, to: int) -> list[Span]:
        """The gaps that lie within ``[at, to)``."""
        return [gap for gap in self.gaps if at <= gap[0] and gap[1] <= to]

    def named(self, *records: str) -> Iterator[Span]:
        """Where the first of some records is named, but within the name of another than these."""
        first = records[0]
        for one, wider in zip(self.mentions, self._longer, strict=True):
            if first in one.records and (wider is None or not wider.isdisjoint(records)):
                yield one.at, one.to

    def whole(self, record: str, names: Iterable[str], *, member: bool) -> list[Span]:
        """Where a record is named, by one of its names that is no part of a longer one; ``member``:
        it is a person, of whom no part is another body."""
        found = self._whole.get(record)
        if found is None:
            spans = self.named(record)
            found = self._whole[record] = [
                one for one in spans if not self.longer(*one, names, member=member)
            ]
        return found

    def longer(
        self, at: int, to: int, names: Iterable[str], *, member: bool = False
    ) -> Span | None:
        """Where the longer name stands that one of some names is only part of here; None where it
        is whole, or goes on with the name of a record."""
        if around := self.all_mentions.around(at, to):
            at, to = around.at, around.to
        sentence = self.sentence(at)
        low, high = max(sentence.low, at - _NEAR), max(to, min(sentence.high, to + _NEAR))
        found = longer(
            self.text[low:high], at - low, to - low, names, self.known.language, member=member
        )
        if found is None or any(to <= one.at < low + found[1] for one in self.all_mentions):
            return None
        return low + found[0], low + found[1]

    def read(self, kind: ValueType[Any]) -> list[Found]:
        """The values of a kind that are quoted, read as the source has them."""
        found = self._read.get(kind)
        if found is None:
            around = self.read_around(kind)
            found = self._read[kind] = [one for one in around if self.holds(one.at, one.to)]
        return found

    def read_around(self, kind: ValueType[Any]) -> list[Found]:
        """The values of a kind in the sentences of the quotation."""
        found = self._around.get(kind)
        if found is None:
            found = self._around[kind] = [
                one._replace(at=one.at + low, to=one.to + low) if low else one
                for low, high in self.windows
                for one in kind.read(self.text[low:high], self.known.language)
            ]
        return found

    def terms(self, vocabulary: Vocabulary, value: str, *, weak: bool) -> list[Span]:
        """Where words of a vocabulary's value are quoted; ``weak`` ones show it, and contradict no
        other."""
        spans = self.terms_around(vocabulary).get(value, [])
        if weak:
            spans = spans + self._marks("weak", vocabulary.name, value)
        return [span for span in spans if self.holds(*span)]

    def terms_around(self, vocabulary: Vocabulary) -> dict[str, list[Span]]:
        """Where words of a vocabulary stand in the sentences of the quotation, by value."""
        found = self._terms.get(vocabulary.name)
        if found is None:
            found = self._terms[vocabulary.name] = {
                value: where
                for value in vocabulary.choices
                if (where := self._spans(vocabulary.name, value))
            }
        return found

    def _spans(self, vocabulary: str, value: str) -> list[Span]:
        if vocabulary in self.known.vocabularies():
            return self._marks("stems", vocabulary, value)
        pattern, text = words(value.replace("-", " ")), self.text
        return [match.span() for part in self.windows for match in pattern.finditer(text, *part)]

    def _marks(self, *table: str) -> list[Span]:
        marks, sentences = self.within.marks, self.sentences
        return [mark for one in sentences for mark in marks(table, one.low, one.high)]

    def within_name(self, at: int, to: int) -> bool:
        """Whether a stretch lies within the name of a known record."""
        return self.all_mentions.around(at, to) is not None


def place_of(source: Source, match: Match, known: Lexicon) -> Passage:
    """The passage of a quotation that stands at a place of a source."""
    return Passage(paragraph(source, match.paragraph, known), match.inner)


def alone(quote: str, known: Lexicon) -> Passage:
    """A quotation by itself, as if it were its own source."""
    made = Paragraph(quote, known)
    return Passage(made, ((0, len(made.wording.text)),))
