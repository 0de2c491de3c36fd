"""Where the words of a long text stand: so that thousands of quotations cost little more than one
pass over their document, and what is nearly in it is found near its rare words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from policykb.text.characters import CJK, compiled

_WORD = rf"[{CJK}]{{4}}|[^\s{CJK}]+"
"""A word, or four Chinese or Japanese characters."""
_INNER = rf"(?P<signs>[{CJK}]{{7,}})|(?<=[\s{CJK}])[^\s{CJK}]+(?=[\s{CJK}])"
"""A word that is whole in a run; or so many characters that four of the index lie in them, wherever
the text begins to count."""
_SHORT = 50_000
_FEW = 60
_PLACES = 40


class Finder:
    """A text in which runs are looked for: by their rarest words, once the ``_FEW`` first searches
    of a long text are done. ``like``: one whose text has the same words in the same places."""

    def __init__(self, text: str, like: Finder | None = None) -> None:
        self.text = text
        self._like = like
        self._searches = 0

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """The words of the text, without the marks around them, each with its first places: forty
        at most."""
        if self._like is not None:
            return self._like.words
        found: dict[str, list[int]] = {}
        for match in compiled(_WORD).finditer(self.text):
            places = found.setdefault(bare(match[0]), [])
            if len(places) < _PLACES:
                places.append(match.start())
        return found

    def find(self, run: str, start: int = 0) -> int:
        """The first place of a run from ``start`` on, or -1: as ``str.find`` says it."""
        self._searches += 1
        known = None
        if self._searches > _FEW and len(self.text) - start >= _SHORT:
            known = min((self._begins(part) for part in _parts(run)), key=len, default=None)
        if known is None or len(known) >= _PLACES:
            return self.text.find(run, start)
        return min(
            [at for at in known if at >= start and self.text.startswith(run, at)], default=-1
        )

    def _begins(self, part: list[tuple[int, str]]) -> list[int]:
        """Where a run with these words can begin: forty places may not be all."""
        return [at - offset for offset, word in part for at in self.words.get(word, ())]


def _parts(run: str) -> Iterator[list[tuple[int, str]]]:
    """Words of a run with their offsets, of which the text, wherever it has the run, has one."""
    for match in compiled(_INNER).finditer(run):
        low, high = match.span()
        for first in range(low, high - 6, 4) if match["signs"] else ():
            yield [(at, run[at : at + 4]) for at in range(first, first + 4)]
        if not match["signs"]:
            yield [(low, bare(match[0]))]


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(".,;:()\"'")
