"""The passage of a source that comes closest to a run which is not in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from operator import itemgetter
from typing import TYPE_CHECKING

from policykb.evidence.document import edges
from policykb.evidence.document.index import bare
from policykb.evidence.document.source import Source
from policykb.text.characters import CJK, compiled

if TYPE_CHECKING:
    from rapidfuzz.distance import MatchingBlock

_WORDS = rf"[{CJK}]|[^\s{CJK}]+"
_PARTS = rf"(?=([{CJK}]{{4}}))|[^\s{CJK}]+"
_LONGEST = 6_000
"""Characters of a run for which a passage is looked for; nobody quotes more in one run."""
_EXACT = 64
_PLACES = 6
_RAREST = 12
_NEAR = 32
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
    """The closest passage to a normalized run, or None where nothing comes near.

    Every rare word of the run says where the run would begin if it stood there. Only the places on
    which most of them agree are compared, so that the cost grows with the run and not with the
    source.
    """
    if len(run) > _LONGEST:
        return None
    best = _LEAST
    where = -1
    for at in _begins(source, run):
        score = _score(source, run, at)
        if score > best:
            best, where = score, at
    return _compare(source, run, *_around(source, run, where)) if where >= 0 else None


def _score(source: Source, run: str, at: int) -> float:
    """How like a run the passage at a place is, 0 to 100."""
    from rapidfuzz import fuzz

    low, high = _around(source, run, at)
    if len(run) > _EXACT:
        return fuzz.ratio(run, source.normalized[max(low, at) : min(high, at + len(run))])
    # What is shorter than the run would count as whole where only a word of it stands there.
    ratio = fuzz.partial_ratio if high - low >= len(run) else fuzz.ratio
    return ratio(run, source.normalized[low:high])


def _begins(source: Source, run: str) -> list[int]:
    """Where in the normalized source the run would begin, by what most of its rarest words say."""
    known: dict[str, tuple[int, list[int]]] = {}
    for match in compiled(_PARTS).finditer(run):
        word = bare(match[1] or match[0])
        if word in source.finder.words and (len(word) > 2 or not word.isascii()):
            known.setdefault(word, (match.start(), source.finder.words[word]))
    votes: defaultdict[int, float] = defaultdict(float)
    first: dict[int, int] = {}
    for offset, places in nsmallest(_RAREST, known.values(), key=lambda one: len(one[1])):
        for place in places:
            at = max(0, place - offset)
            votes[at // _NEAR] += 1 / len(places)
            first.setdefault(at // _NEAR, at)
    return [first[key] for key, _ in nlargest(_PLACES, votes.items(), key=itemgetter(1))]


def _around(source: Source, run: str, at: int) -> tuple[int, int]:
    """The stretch within one paragraph in which the run may stand, where it would begin at a
    place."""
    low, high = source.bounds(at)
    slack = len(run) // 2 + 10
    return max(low, at - slack), min(high, at + len(run) + slack)


def _compare(source: Source, run: str, low: int, high: int) -> Closest | None:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import LCSseq

    text = source.normalized
    low, high = edges.extend(text, low, high, *source.bounds(low))
    there = [(match[0], match.start() + low) for match in compiled(_WORDS).finditer(text[low:high])]
    here = compiled(_WORDS).findall(run)
    same = LCSseq.editops(
        [bare(word).lower() for word, _ in there], [bare(word).lower() for word in here]
    )
    blocks = _together([block for block in same.as_matching_blocks() if block.size])
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
    return Closest(
        " ".join(source.text[begin:stop].split()),
        source.number(start),
        begin,
        stop,
        written,
        quoted,
        fuzz.ratio(passage, run) >= _SMALL,
    )


def _together(blocks: list[MatchingBlock]) -> list[MatchingBlock]:
    """The blocks of equal words without those at the ends that stand apart: a common word that the
    source has somewhere else as well."""
    while len(blocks) > 1 and _gap(blocks[0], blocks[1]) > blocks[0].size + 1:
        del blocks[0]
    while len(blocks) > 1 and _gap(blocks[-2], blocks[-1]) > blocks[-1].size + 1:
        del blocks[-1]
    return blocks


def _gap(one: MatchingBlock, other: MatchingBlock) -> int:
    """How many words more stand between two blocks in the source than in the quotation."""
    return (other.a - one.a) - (other.b - one.b)


def _difference(there: str, here: str) -> tuple[str, str]:
    """The differing words of both sides, with one shared word before and two behind."""
    from rapidfuzz.distance import Postfix, Prefix

    left = [match.span() for match in compiled(_WORDS).finditer(there)]
    right = [match.span() for match in compiled(_WORDS).finditer(here)]
    words = compiled(_WORDS).findall(there), compiled(_WORDS).findall(here)
    head = Prefix.similarity(*words)
    tail = min(Postfix.similarity(*words), len(left) - head, len(right) - head)
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
