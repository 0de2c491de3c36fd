"""The passage of a source that comes closest to a run which is not in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from policykb.evidence.document import edges
from policykb.evidence.document.source import Source
from policykb.text.normalize import CJK

_WORDS = re.compile(rf"[{CJK}]|[^\s{CJK}]+")
_RARE = re.compile(rf"[{CJK}]{{4}}|[^\s{CJK}]+")
_RAREST = 4
_PLACES = 40
_SHOWN = 24
_LEAST = 55.0
_SMALL = 80.0


@dataclass(frozen=True, slots=True)
class Closest:
    """A passage like a run of a quotation. ``written`` and ``quoted`` are the source's and the
    quotation's words where they differ, with a little around; ``passage`` is the source's text,
    ``start`` and ``end`` its code points; ``repair`` is True where the difference is small enough
    to put the passage in the run's place; ``paragraph`` counts from 1."""

    passage: str
    paragraph: int
    start: int
    end: int
    written: str
    quoted: str
    repair: bool


def closest(source: Source, run: str) -> Closest | None:
    """The closest passage to a normalised run, or None where nothing comes near.

    Looks only around the places of the run's rarest words, so that its cost grows with the length
    of the source no faster than a plain search.
    """
    from rapidfuzz import fuzz

    best = _LEAST
    where: tuple[int, int] | None = None
    text = source.normalised
    for low, high in _windows(source, run):
        # What is shorter than the run would count as whole where only a word of it stands there.
        ratio = fuzz.partial_ratio if high - low >= len(run) else fuzz.ratio
        score = ratio(run, text[low:high])
        if score > best:
            best, where = score, (low, high)
    if where is None:
        return None
    return _compare(source, run, *where)


def _windows(source: Source, run: str) -> list[tuple[int, int]]:
    """Stretches of the normalised source, each within a paragraph, that hold a rare word of it."""
    text, starts = source.normalised, source.normalised_starts
    counted: list[tuple[int, int, str]] = []
    for match in _RARE.finditer(run):
        word = match[0].strip(".,;:()\"'")
        if len(word) > 2 or not word.isascii():
            count = text.count(word)
            if count:
                counted.append((count, match.start(), word))
    found: dict[tuple[int, int], None] = {}
    for _, offset, word in sorted(counted)[:_RAREST]:
        at = text.find(word)
        for _ in range(_PLACES):
            if at < 0:
                break
            index = bisect_right(starts, at)
            stop = starts[index] - 1 if index < len(starts) else len(text)
            low = max(starts[index - 1], at - offset - len(run) // 2 - 10)
            high = min(stop, at + len(run) - offset + len(run) // 2 + 10)
            found[low, high] = None
            at = text.find(word, at + 1)
    return list(found)


def _compare(source: Source, run: str, low: int, high: int) -> Closest | None:
    from difflib import SequenceMatcher

    text = source.normalised
    low, high = edges.extend(text, low, high, *_bounds(source, low))
    there = [(match[0], match.start() + low) for match in _WORDS.finditer(text[low:high])]
    here = _WORDS.findall(run)
    matcher = SequenceMatcher(
        None, [_bare(word) for word, _ in there], [_bare(word) for word in here], False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first = max(0, blocks[0].a - blocks[0].b)
    left = len(here) - (blocks[-1].b + blocks[-1].size)
    last = min(len(there), blocks[-1].a + blocks[-1].size + left)
    start = there[first][1]
    end = there[last - 1][1] + len(there[last - 1][0])
    if text[end - 1] in ".,;:" and run[-1] not in ".,;:":
        end -= 1
    passage = text[start:end]
    written, quoted = _difference(passage, run)
    begin, stop = source.original(start, end)
    ratio = SequenceMatcher(None, passage, run, False).ratio() * 100
    return Closest(
        " ".join(source.text[begin:stop].split()),
        bisect_right(source.normalised_starts, start),
        begin,
        stop,
        written,
        quoted,
        ratio >= _SMALL,
    )


def _bounds(source: Source, at: int) -> tuple[int, int]:
    starts = source.normalised_starts
    index = bisect_right(starts, at)
    stop = starts[index] - 1 if index < len(starts) else len(source.normalised)
    return starts[index - 1], stop


def _bare(word: str) -> str:
    return word.strip(".,;:()\"'").lower()


def _difference(there: str, here: str) -> tuple[str, str]:
    """The differing words of both sides, with one shared word before and two behind."""
    left = [match.span() for match in _WORDS.finditer(there)]
    right = [match.span() for match in _WORDS.finditer(here)]
    most = min(len(left), len(right))
    head = 0
    while head < most and there[slice(*left[head])] == here[slice(*right[head])]:
        head += 1
    tail = 0
    while tail < most - head and there[slice(*left[-1 - tail])] == here[slice(*right[-1 - tail])]:
        tail += 1
    begin, keep = max(0, head - 1), max(0, tail - 2)
    return _cut(there, left, begin, keep), _cut(here, right, begin, keep)


def _cut(text: str, spans: list[tuple[int, int]], begin: int, keep: int) -> str:
    spans = spans[begin : len(spans) - keep]
    if not spans:
        return ""
    if len(spans) > _SHOWN:
        half = _SHOWN // 2
        return f"{text[spans[0][0] : spans[half][1]]} … {text[spans[-half][0] : spans[-1][1]]}"
    return text[spans[0][0] : spans[-1][1]]
