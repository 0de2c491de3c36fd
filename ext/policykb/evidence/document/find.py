"""Finding a quotation in a source: every run whole, in order, in one paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from policykb.evidence.document import edges
from policykb.evidence.document.edges import Ends
from policykb.evidence.document.source import Source
from policykb.text.normalize import is_cjk, normalize

MINIMUM = 12
"""What a run must weigh, unless it is wholly a date: see `weight`."""

OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
"""What stands for words left out of a quotation."""


MOST = 20
"""Places of a quotation in its source that are looked at."""
_TRIES = 50
_PARAGRAPHS = 1_000
_WORD_END = re.compile("[^A-Za-z0-9]")

Span = tuple[int, int]


class Match(NamedTuple):
    """Where a quotation stands. ``runs`` are (start, end) code points of the decoded source, in
    order; ``inner`` are the same in the paragraph as it is compared; ``paragraph`` counts from
    1."""

    paragraph: int
    runs: tuple[Span, ...]
    inner: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        return self.runs[0][0]

    @property
    def end(self) -> int:
        return self.runs[-1][1]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a quotation is not found.

    ``kind``: ``empty`` · ``too-short`` · ``not-found`` · ``split-word`` · ``split-number`` ·
    ``different-paragraphs`` · ``wrong-order``. ``run`` is the index of the run at fault and
    ``text`` that run as compared; ``whole`` is the run extended to sound ends, for a split;
    ``paragraphs`` the numbers of the paragraphs its runs stand in, where they differ.
    """

    kind: str
    run: int = 0
    text: str = ""
    whole: str = ""
    paragraphs: tuple[int, ...] = ()


def split_runs(quote: str) -> list[str]:
    """The runs of a quotation, between its `[…]`."""
    if "[" not in quote:
        return [quote]
    return OMISSION.split(quote)


def find(source: Source, quote: str) -> Match | Failure:
    """Where a quotation stands in a source, or why it does not."""
    raw = split_runs(quote)
    runs = [normalize(run) for run in raw]
    for index, run in enumerate(runs):
        if len(run) < MINIMUM and (short := _too_short(index, run)):
            return short
    return next(_matches(source, runs), None) or _explain(source, runs)


def elsewhere(source: Source, quote: str, first: Match | None = None) -> Iterator[Match]:
    """The other places of a quotation that is found, up to twenty; ``first`` is the place that is
    known."""
    runs = [normalize(run) for run in split_runs(quote)]
    first = first or next(_matches(source, runs), None)
    if first is not None:
        start = source.normalized_starts[first.paragraph - 1] + first.inner[0][1]
        yield from islice(_matches(source, runs, start), MOST - 1)


def _too_short(index: int, run: str) -> Failure | None:
    if not run:
        return Failure("empty", index)
    if weight(run) < MINIMUM:
        from policykb.values.reading.dates import is_date

        if not is_date(run):
            return Failure("too-short", index, run)
    return None


def weight(text: str) -> int:
    """The length of a text, one Chinese, Japanese or Korean character counting for three."""
    if text.isascii():
        return len(text)
    return sum(3 if is_cjk(char) else 1 for char in text)


def _in_order(
    text: str, runs: list[str], at: int, low: int, high: int, ends: Ends
) -> list[Span] | None:
    """The first places of all runs, in order, from ``at`` on in the paragraph ``[low, high)``."""
    spans: list[Span] = []
    for run in runs:
        start = sound(text, run, at, low, high, ends)
        if start < 0:
            return None
        at = start + len(run)
        spans.append((start, at))
    return spans


def sound(text: str, run: str, at: int, low: int, high: int, ends: Ends) -> int:
    """The first place of a run within ``[at, high)`` whose ends are sound, or -1. No more than
    ``_TRIES`` are looked at: only a text that repeats itself has more."""
    for _ in range(_TRIES):
        at = text.find(run, at, high)
        if at < 0 or edges.fault(text, at, at + len(run), low, high, ends) is None:
            return at
        at += 1
        if text[at - 1 : at + 1].isalnum() and text[at - 1 : at + 1].isascii():
            # No run begins soundly before the word is over.
            end = _WORD_END.search(text, at, high)
            at = end.start() if end else high
    return -1


def _matches(source: Source, runs: list[str], start: int = 0) -> Iterator[Match]:
    """Every place from an offset on where all runs stand in order in one paragraph."""
    text = source.normalized
    at = source.finder.find(runs[0], start)
    while at >= 0:
        number = source.number(at)
        low, high = source.bounds_of(number)
        spans = _in_order(text, runs, at, low, high, source.ends)
        if spans is not None:
            yield Match(
                number,
                tuple([source.original(start, end) for start, end in spans]),
                tuple([(start - low, end - low) for start, end in spans]),
            )
        at = source.finder.find(runs[0], spans[0][1] if spans else high)


def _explain(source: Source, runs: list[str]) -> Failure:
    where: list[list[int]] = []
    for index, run in enumerate(runs):
        numbers = _paragraphs(source, run) if len(runs) > 1 else []
        if not numbers:
            return _missing(source, index, run)
        where.append(numbers)
    shared = set.intersection(*(set(numbers) for numbers in where))
    if shared:
        return Failure("wrong-order", 0, runs[0], paragraphs=(min(shared),))
    return Failure(
        "different-paragraphs", 0, runs[0], paragraphs=tuple(numbers[0] for numbers in where)
    )


def _missing(source: Source, index: int, run: str) -> Failure:
    """Why one run stands nowhere with sound ends."""
    text = source.normalized
    at = source.finder.find(run)
    if at >= 0:
        low, high = source.bounds(at)
        kind = edges.fault(text, at, at + len(run), low, high)
        begin, end = edges.extend(text, at, at + len(run), low, high)
        return Failure(f"split-{kind}", index, run, text[begin:end])
    at = source.joined.find(run)
    if at >= 0:
        first, last = source.number(at), source.number(at + len(run) - 1)
        return Failure("different-paragraphs", index, run, paragraphs=tuple(range(first, last + 1)))
    return Failure("not-found", index, run)


def _paragraphs(source: Source, run: str) -> list[int]:
    """The numbers of the paragraphs in which a run stands with sound ends, the first thousand."""
    found: list[int] = []
    at = source.finder.find(run)
    while at >= 0 and len(found) < _PARAGRAPHS:
        number = source.number(at)
        low, high = source.bounds_of(number)
        if sound(source.normalized, run, at, low, high, source.ends) >= 0:
            found.append(number)
        at = source.finder.find(run, high)
    return found
