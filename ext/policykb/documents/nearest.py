"""The passage of a changed document that a lost quotation came from; nothing where that is not
sure. Documents are compared by sentences first, and by words where these differ."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz

from policykb.evidence.document.closest import closest
from policykb.evidence.document.find import Match, find, split_runs
from policykb.evidence.document.source import Source
from policykb.text.normalize import CJK, normalize

_ALIKE = 84.0
"""How like the passage a run has to be where nothing else tells, 0 to 100."""
_MARGIN = 6.0
"""How much less like it the next passage has to be."""
_SENTENCE = re.compile(r"[^.!?。！？\n]*[.!?。！？\n]\s*|[^.!?。！？\n]+")
_WORD = re.compile(rf"[{CJK}]|[^\W_{CJK}]+|[^ \w]")
_AROUND = 120
"""Characters on both sides of a quotation that tell where it stood."""
_LIKE = (0.85, 0.6, 0.4)
"""The share of its words that have to be there still: where words around it are on neither side,
on one, on both."""
_NEXT = 8
"""Words on a side that are looked at."""
_CHANCE = 3
"""As many words stand in both texts one after the other by chance."""
_REACH = 5_000
"""Characters of a long part around the place that the share of the text before it tells."""
_MOST = 3_000
"""Words of a part that are compared one by one."""


def nearest(source: Source, quote: str, before: Source | None = None) -> str | None:
    """The quotation as the document now has it: every run where the words around it are, as the
    document had them ``before``; else at the only new passage that is like it."""
    runs = [normalize(run) for run in split_runs(quote)]
    was = find(before, quote) if before else None
    if before and isinstance(was, Match):
        found = [*_change(before, source).places(runs, was.paragraph)]
    else:
        found = [_like(source, run) for run in runs]
    text = " […] ".join(filter(None, found))
    return text if all(found) and isinstance(find(source, text), Match) else None


def _like(source: Source, run: str) -> str | None:
    """The only passage that is like a run."""
    near = closest(source, run)
    if near is None:
        return None
    score = fuzz.ratio(run, normalize(near.passage))
    if score < _ALIKE or _second(source, run, near.start, near.end) > score - _MARGIN:
        return None
    return near.passage


def _second(source: Source, run: str, start: int, end: int) -> float:
    """How like the run the best passage elsewhere is."""
    rest = Source.of_text(f"{source.text[:start]}\n\n{source.text[end:]}", source.separator)
    other = closest(rest, run)
    return fuzz.ratio(run, normalize(other.passage)) if other else 0.0


class Span(NamedTuple):
    """A stretch of a text, or of a list of words."""

    start: int
    end: int


class Change:
    """Two states of a document, as they are compared."""

    def __init__(self, before: Source, now: Source) -> None:
        self.before, self.now = before, now
        (old, starts), (new, now_starts) = (_sentences(one.normalized) for one in (before, now))
        self.parts = [
            (Span(starts[a], starts[b]), Span(now_starts[c], now_starts[d]))
            for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes()
            if kind != "equal"
        ]
        """The stretches that differ, of both states."""

    def places(self, runs: list[str], paragraph: int) -> Iterator[str | None]:
        """The words that now stand where each run stood in a paragraph, or where the words around
        it are; None where they are others, or none."""
        end = self.before.normalized_starts[paragraph - 1]
        for run in runs:
            start = self.before.normalized.index(run, end)
            end = start + len(run)
            yield self._place(run, Span(start, end))

    def _place(self, run: str, at: Span) -> str | None:
        here = [one for one in self.parts if one[0].start < at.end and at.start < one[0].end]
        if not here:
            return run
        near = [_near(at, old, new) for old, new in here]
        elsewhere = [new for old, new in self.parts if (old, new) not in here]
        return next(filter(None, (self._within(at, new) for new in (*near, *elsewhere))), None)

    def _within(self, at: Span, new: Span) -> str | None:
        old = _words(self.before.normalized, Span(max(0, at.start - _AROUND), at.end + _AROUND))
        there = _words(self.now.normalized, new)
        if len(there) > _MOST:
            return None
        inside = [
            index
            for index, (_, span) in enumerate(old)
            if span.end > at.start and span.start < at.end
        ]
        words = Words([word for word, _ in old], [word for word, _ in there], inside[0], inside[-1])
        found = words.place()
        if found is None:
            return None
        return self._passage(Span(there[found.start][1].start, there[found.end][1].end))

    def _passage(self, span: Span) -> str | None:
        if "\n" in self.now.normalized[span.start : span.end]:
            return None
        start, end = self.now.original(*span)
        return " ".join(self.now.text[start:end].split())


class Words:
    """Words around a run, first to last, and the words that may have taken their place."""

    def __init__(self, old: list[str], new: list[str], first: int, last: int) -> None:
        self.old, self.new, self.first, self.last = old, new, first, last
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        pairs = [(a + at, b + at, size) for a, b, size in blocks for at in range(size)]
        self.matches = {a: b for a, b, _ in pairs}
        self.others = {b for a, b, size in pairs if size > _CHANCE and not first <= a <= last}
        """Words that more than chance says to be others than the run's."""

    def place(self) -> Span | None:
        """Where the run's words are now."""
        for low, high in product(self._edges(self.first, -1), self._edges(self.last, 1)):
            free = low <= high and self.others.isdisjoint(range(low, high + 1))
            if free and self._alike(low, high) >= _LIKE[self._held(low, high)]:
                return Span(low, high)
        return None

    def _edges(self, edge: int, way: int) -> Iterator[int]:
        """Where the word at an edge of the run may be now: next to the word that was next to it;
        else as many words from the nearest one of its own that is known."""
        if edge + way in self.matches:
            yield self.matches[edge + way] - way
        for index in range(edge, self.first + self.last - edge - way, -way):
            if index in self.matches:
                yield min(max(self.matches[index] + edge - index, 0), len(self.new) - 1)
                return

    def _held(self, low: int, high: int) -> int:
        """On how many sides the words around the run are still around it."""
        before = [(self.first - away, low - away) for away in range(1, _NEXT)]
        after = [(self.last + away, high + away) for away in range(1, _NEXT)]
        return sum(
            sum(self.matches.get(old) == new and self.old[old].isalnum() for old, new in side) > 1
            for side in (before, after)
        )

    def _alike(self, low: int, high: int) -> float:
        one, other = self.old[self.first : self.last + 1], self.new[low : high + 1]
        same = (Counter(one) & Counter(other)).total()
        return 2 * same / (len(one) + len(other))


def _sentences(text: str) -> tuple[list[str], list[int]]:
    """The sentences of a text, and where they start, with the end of the last one."""
    found = [*_SENTENCE.finditer(text)]
    return [match[0].strip() for match in found], [*(one.start() for one in found), len(text)]


def _near(at: Span, old: Span, new: Span) -> Span:
    """Where in the new part a stretch of the old part may stand, with what is around it."""
    share = (at.start - old.start) / (old.end - old.start)
    middle = new.start + round(share * (new.end - new.start))
    more = _AROUND + at.end - at.start
    return Span(
        max(0, new.start - more, middle - more - _REACH), min(new.end, middle + _REACH) + more
    )


def _words(text: str, within: Span) -> list[tuple[str, Span]]:
    """The words of a stretch, and where it ends with the text the line break that parts texts."""
    found = [(match[0].lower(), Span(*match.span())) for match in _WORD.finditer(text, *within)]
    head = [("\n", Span(0, 0))] if within.start == 0 else []
    tail = [("\n", Span(len(text), len(text)))] if within.end >= len(text) else []
    return [*head, *found, *tail]


_change = lru_cache(maxsize=1)(Change)
