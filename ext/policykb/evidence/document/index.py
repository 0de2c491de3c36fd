"""Finding many runs in one long text: after some searches an index takes over, so that thousands
of quotations cost little more than one pass over their document."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

from policykb.text.normalize import CJK

WORD = re.compile(rf"[{CJK}]{{4}}|[^\s{CJK}]+")
"""A word, or four Chinese or Japanese characters."""

_GRAM = 7
_STEP = 6
_LEAST = _GRAM + _STEP - 1
"""A run of that many characters holds, wherever it stands, one gram of the index whole."""
_SHORT = 50_000
_FEW = 60
_RARE = 40
_MOST = 20_000
_BASES = 8
_PLACES = 40


class Finder:
    """A text in which runs are looked for. The index holds every sixth place of the text, sorted by
    the seven characters there: 8 bytes for 6 characters, made once the ``_FEW`` first searches of a
    long text are done."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._searches = 0
        self._places: array[int] | None = None
        self._last: tuple[str, list[int] | None] = ("", None)

    def find(self, run: str, start: int = 0) -> int:
        """The first place of a run from ``start`` on, or -1: as ``str.find`` says it."""
        if len(self.text) - start < _SHORT or len(run) < _LEAST:
            return self.text.find(run, start)
        self._searches += 1
        if self._searches <= _FEW:
            return self.text.find(run, start)
        known = self._all(run)
        if known is None:
            return self.text.find(run, start)
        at = bisect_left(known, start)
        return known[at] if at < len(known) else -1

    def _all(self, run: str) -> list[int] | None:
        """Every place of a run, in order; None where its parts are too common to say."""
        if self._last[0] != run:
            self._last = (run, self._search(run))
        return self._last[1]

    def _search(self, run: str) -> list[int] | None:
        index = self._index()
        last = len(run) - _LEAST
        best: tuple[int, int, list[tuple[int, int]]] | None = None
        for base in sorted({last * part // _BASES for part in range(_BASES + 1)}):
            ranges = [_range(index, run, base + shift) for shift in range(_STEP)]
            size = sum(high - low for low, high in ranges)
            if best is None or size < best[0]:
                best = (size, base, ranges)
            if size <= _RARE:
                break
        assert best is not None
        size, base, ranges = best
        if size > _MOST:
            return None
        begins = {
            (index[at] & _PLACE) - base - shift
            for shift, (low, high) in enumerate(ranges)
            for at in range(low, high)
        }
        return sorted(at for at in begins if at >= 0 and self.text.startswith(run, at))

    def _index(self) -> array[int]:
        if self._places is None:
            text = self.text
            keys = [
                _key(text[at : at + _GRAM]) | at for at in range(0, len(text) - _GRAM + 1, _STEP)
            ]
            keys.sort()
            self._places = array("Q", keys)
        return self._places


_PLACE = (1 << 32) - 1


def _key(gram: str) -> int:
    return (hash(gram) & _PLACE) << 32


def _range(index: array[int], run: str, at: int) -> tuple[int, int]:
    """Where in the index the places of the gram at an offset of a run stand."""
    key = _key(run[at : at + _GRAM])
    low = bisect_left(index, key)
    return low, bisect_left(index, key + _PLACE + 1, low)


def places(text: str) -> dict[str, list[int]]:
    """The words of a text (of Chinese and Japanese four characters after four), without the marks
    around them, each with its first places: forty at most."""
    found: dict[str, list[int]] = {}
    for match in WORD.finditer(text):
        word = bare(match[0])
        known = found.get(word)
        if known is None:
            found[word] = [match.start()]
        elif len(known) < _PLACES:
            known.append(match.start())
    return found


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(".,;:()\"'")
