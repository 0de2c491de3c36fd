"""The passage of a source that comes closest to a run which is not in it."""

from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from operator import itemgetter

from policykb.evidence.document.index import bare
from policykb.evidence.document.source import Source
from policykb.text.characters import CJK, compiled

_WORDS = rf"[{CJK}]|[^\s{CJK}]+"
_PARTS = rf"(?=([{CJK}]{{4}}))|[^\s{CJK}]+"
_LONGEST = 2_000
"""Characters of a run for which a passage is looked for; few quote more in one run."""
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
    found = [_best(source, run, at) for at in _begins(source, run)]
    score, start, end = max(found, key=itemgetter(0), default=(0.0, 0, 0))
    if score <= _LEAST:
        return None
    text = source.normalized
    if text[end - 1] in ".,;:" and run[-1] not in ".,;:":
        end -= 1
    passage = text[start:end]
    begin, stop = source.original(start, end)
    shown = " ".join(source.text[begin:stop].split())
    differ = _difference(passage, run)
    return Closest(shown, source.number(start), begin, stop, *differ, score >= _SMALL)


def _best(source: Source, run: str, at: int) -> tuple[float, int, int]:
    """How like a run the best words around a place are, 0 to 100, and where these begin and end:
    its beginning is looked for first."""
    from rapidfuzz.fuzz import ratio

    text, slack = source.normalized, len(run) // 2 + 10
    low, high = source.bounds(at)
    low, high = max(low, at - slack), min(high, at + len(run) + slack)
    words = [one.span() for one in compiled(_WORDS).finditer(text, low, high)]
    _, start = max((ratio(run, text[at : min(high, at + len(run))]), -at) for at, _ in words)
    score, end = max((ratio(run, text[-start:to]), -to) for at, to in words if at >= -start)
    return score, -start, -end


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
