"""A quotation in its place: the paragraph it stands in, its runs, and the sentences around them.

Values are read in the source's sentences, so that a cut hides nothing, and count where they lie
within a run.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from policykb.evidence.document.find import first_place, sound, split_runs
from policykb.text.normalize import normalize
from policykb.text.sentences import split, stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policykb.evidence.document.find import Match
    from policykb.evidence.document.source import Source
    from policykb.text.lexicon import Lexicon

Span = tuple[int, int]

HEDGES = ("anywhere", "exactly", "reported", "says", "number")
"""The tables of hedges that a sentence is looked through for."""
REACH = 400
"""Characters of a sentence around a run that are looked at; few sentences are longer."""


class Paragraph:
    """A paragraph as compared, with its sentences."""

    def __init__(self, raw: str, language: str) -> None:
        self.text = normalize(raw)
        breaks = list(_breaks(raw, self.text)) if "\n" in raw or "\r" in raw else []
        self.sentences = split(self.text, language, breaks)
        self._marks: dict[tuple[str, int, int], tuple[Span, ...]] = {}
        self._starts = [start for start, _ in self.sentences]

    def is_plain(self, known: Lexicon, low: int, high: int) -> bool:
        """Whether nothing in ``[low, high)`` hedges or asks; looked for once."""
        key = ("", low, high)
        found = self._marks.get(key)
        if found is None:
            mark = known.union("hedge", only=HEDGES).search(self.text, low, high)
            asks = "?" in self.text[low:high]
            found = self._marks[key] = ((low, high),) if mark or asks else ()
        return not found

    def marks(self, known: Lexicon, table: str, low: int, high: int) -> tuple[Span, ...]:
        """Where the hedges of a table stand in ``[low, high)``; looked for once."""
        key = (table, low, high)
        found = self._marks.get(key)
        if found is None:
            pattern = known.pattern("hedge", table)
            found = tuple([one.span() for one in pattern.finditer(self.text, low, high)])
            self._marks[key] = found
        return found

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset lies in, from 0."""
        return max(0, bisect_right(self._starts, at) - 1)


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


_PARAGRAPHS: WeakKeyDictionary[Source, dict[int, Paragraph]] = WeakKeyDictionary()


def paragraph(source: Source, number: int, language: str) -> Paragraph:
    """A paragraph of a source, by its number from 1; made once."""
    known = _PARAGRAPHS.setdefault(source, {})
    found = known.get(number)
    if found is None:
        low, high = source.paragraphs[number - 1]
        found = known[number] = Paragraph(source.text[low:high], language)
    return found


class Passage:
    """The runs of a quotation within a paragraph, all offsets being those of ``text``."""

    def __init__(self, within: Paragraph, runs: tuple[Span, ...], language: str) -> None:
        self.within = within
        self.text = within.text
        self.runs = runs
        self.language = language

    @property
    def start(self) -> int:
        return self.runs[0][0]

    @property
    def end(self) -> int:
        return self.runs[-1][1]

    def holds(self, at: int, to: int) -> bool:
        """Whether ``[at, to)`` is quoted, in one run."""
        return any(low <= at and to <= high for low, high in self.runs)

    def find(self, words: str) -> Span | None:
        """Where words stand in the quotation; None where they do not."""
        plain = normalize(words)
        for low, high in self.runs:
            at = self.text.find(plain, low, high)
            if plain and at >= 0:
                return at, at + len(plain)
        return None

    def sentence(self, at: int) -> Span:
        """The source's sentence around an offset, as far as it is looked at."""
        if not self.within.sentences:
            return 0, len(self.text)
        low, high = self.within.sentences[self.within.sentence(at)]
        return max(low, at - REACH), min(high, at + REACH)

    @cached_property
    def windows(self) -> tuple[Span, ...]:
        """The parts of the text in which values are read: each run with its sentences."""
        found: list[Span] = []
        for low, high in self.runs:
            first, last = self.sentence(low)[0], self.sentence(max(low, high - 1))[1]
            if found and first <= found[-1][1]:
                found[-1] = found[-1][0], max(last, found[-1][1])
            else:
                found.append((first, max(last, high)))
        return tuple(found)

    @cached_property
    def gaps(self) -> tuple[Span, ...]:
        """What is left out between the runs."""
        return tuple(
            (one[1], other[0]) for one, other in zip(self.runs, self.runs[1:], strict=False)
        )

    def left_out(self, at: int, to: int) -> list[Span]:
        """The gaps that lie within ``[at, to)``."""
        return [gap for gap in self.gaps if at <= gap[0] and gap[1] <= to]


def place_of(source: Source, match: Match, quote: str, language: str) -> Passage | None:
    """The passage of a quotation that stands at a place of a source."""
    within = paragraph(source, match.paragraph, language)
    runs = _runs(within.text, [normalize(run) for run in split_runs(quote)])
    return Passage(within, runs, language) if runs else None


def elsewhere(source: Source, match: Match, quote: str, language: str) -> Iterator[Passage]:
    """The other places of a quotation in its source."""
    runs = [normalize(run) for run in split_runs(quote)]
    starts = source.normalized_starts
    at = first_place(source, runs[0])
    seen = 0
    while at >= 0 and seen < 20:
        seen += 1
        index = bisect_right(starts, at) - 1
        within = paragraph(source, index + 1, language)
        found = _runs(within.text, runs, at - starts[index])
        if found:
            yield Passage(within, found, language)
        at = first_place(source, runs[0], at + len(runs[0]))


def _runs(text: str, runs: list[str], at: int = 0) -> tuple[Span, ...]:

    ends: dict[int, str | None] = {}
    found: list[Span] = []
    for run in runs:
        start = sound(text, run, at, 0, len(text), ends)
        if start < 0:
            return ()
        at = start + len(run)
        found.append((start, at))
    return tuple(found)
