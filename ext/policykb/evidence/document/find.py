"""Finding a quotation in a source: every run whole, in order, in one paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from policykb.evidence.document import edges
from policykb.evidence.document.source import Source
from policykb.text.normalize import is_cjk, normalise, spaced

MINIMUM = 12
"""What a run must weigh, unless it is wholly a date: see `weight`."""

OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
"""What stands for words left out of a quotation."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quotation stands. ``runs`` are (start, end) code points of the decoded source, in
    order; ``paragraph`` counts from 1."""

    paragraph: int
    runs: tuple[tuple[int, int], ...]

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
    short = _too_short(raw)
    if short is not None:
        return short
    match = _exact(source, [spaced(run) for run in raw])
    if match is not None:
        return match
    runs = [normalise(run) for run in raw]
    return _normalised(source, runs) or _explain(source, runs)


def _too_short(raw: list[str]) -> Failure | None:
    for index, run in enumerate(raw):
        if len(run) >= MINIMUM * 2 and run.isascii() and "  " not in run:
            continue
        text = normalise(run)
        if not text:
            return Failure("empty", index)
        if weight(text) < MINIMUM:
            from policykb.values.reading.dates import is_date

            if not is_date(text):
                return Failure("too-short", index, text)
    return None


def weight(text: str) -> int:
    """The length of a text, one Chinese, Japanese or Korean character counting for three."""
    if text.isascii():
        return len(text)
    return sum(3 if is_cjk(char) else 1 for char in text)


def _exact(source: Source, runs: list[str]) -> Match | None:
    """The quick way for a quotation copied as it stands; None says nothing."""
    text = source.text
    at = text.find(runs[0])
    while at >= 0:
        index = source.paragraph_at(at)
        low, high = source.paragraphs[index]
        spans = _in_order(text, runs, at, low, high)
        if spans is not None:
            return Match(index + 1, spans)
        at = text.find(runs[0], high)
    return None


def _in_order(
    text: str, runs: list[str], at: int, low: int, high: int
) -> tuple[tuple[int, int], ...] | None:
    """The first places of all runs, in order, from ``at`` on in the paragraph ``[low, high)``."""
    spans: list[tuple[int, int]] = []
    for run in runs:
        start = _sound(text, run, at, low, high)
        if start < 0:
            return None
        at = start + len(run)
        spans.append((start, at))
    return tuple(spans)


def _sound(text: str, run: str, at: int, low: int, high: int) -> int:
    """The first place of a run within ``[at, high)`` whose ends are sound, or -1."""
    at = text.find(run, at, high)
    while at >= 0 and edges.fault(text, at, at + len(run), low, high) is not None:
        at = text.find(run, at + 1, high)
    return at


def _normalised(source: Source, runs: list[str]) -> Match | None:
    text = source.normalised
    at = text.find(runs[0])
    while at >= 0:
        low, high = _paragraph(source, at)
        spans = _in_order(text, runs, at, low, high)
        if spans is not None:
            number = bisect_right(source.normalised_starts, at)
            return Match(number, tuple(source.original(start, end) for start, end in spans))
        at = text.find(runs[0], high)
    return None


def _paragraph(source: Source, at: int) -> tuple[int, int]:
    """Start and end of the paragraph of the normalised text that ``at`` lies in."""
    starts = source.normalised_starts
    index = bisect_right(starts, at)
    return starts[index - 1], (starts[index] - 1 if index < len(starts) else len(source.normalised))


def _explain(source: Source, runs: list[str]) -> Failure:
    text, starts = source.normalised, source.normalised_starts
    where: list[list[int]] = []
    for index, run in enumerate(runs):
        numbers = _paragraphs(source, run)
        if numbers:
            where.append(numbers)
            continue
        at = text.find(run)
        if at >= 0:
            low, high = _paragraph(source, at)
            kind = edges.fault(text, at, at + len(run), low, high)
            begin, end = edges.extend(text, at, at + len(run), low, high)
            return Failure(f"split-{kind}", index, run, text[begin:end])
        at = text.replace("\n", " ").find(run)
        if at >= 0:
            first, last = bisect_right(starts, at), bisect_right(starts, at + len(run) - 1)
            return Failure(
                "different-paragraphs", index, run, paragraphs=tuple(range(first, last + 1))
            )
        return Failure("not-found", index, run)
    shared = set.intersection(*(set(numbers) for numbers in where))
    if shared:
        return Failure("wrong-order", 0, runs[0], paragraphs=(min(shared),))
    return Failure(
        "different-paragraphs", 0, runs[0], paragraphs=tuple(numbers[0] for numbers in where)
    )


def _paragraphs(source: Source, run: str) -> list[int]:
    """The numbers of all paragraphs in which a run stands with sound ends."""
    found: list[int] = []
    text = source.normalised
    at = text.find(run)
    while at >= 0:
        low, high = _paragraph(source, at)
        if _sound(text, run, at, low, high) >= 0:
            found.append(bisect_right(source.normalised_starts, at))
        at = text.find(run, high)
    return found
