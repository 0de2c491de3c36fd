"""A quotation as the readers of values see it."""

from __future__ import annotations

from functools import cached_property

from policykb.evidence.document.find import Match, split_runs
from policykb.evidence.document.source import Source
from policykb.evidence.names import fold
from policykb.text.normalize import normalise, spaced, takes_space
from policykb.values.shows import Mapping

_GAP = " [...] "
_NEAR = 60


class Quotation:
    """A quotation's text as compared, its runs joined by ``[...]``, and what it maps.

    Where its place in the source is known, the words around it count in what they unsay: a cut
    behind *not* or within a longer name hides nothing.
    """

    def __init__(
        self,
        quote: str,
        mappings: tuple[Mapping, ...] = (),
        source: Source | None = None,
        match: Match | None = None,
    ) -> None:
        self.mappings = mappings
        self._lower: str | None = None
        self._names: str | None = None
        self._source = source
        self._match = match
        if "[" not in quote and quote.isascii():
            self.text = spaced(quote)
        else:
            self.text = _GAP.join(normalise(run) for run in split_runs(quote))

    def cut(self, found: list[tuple[int, int]]) -> bool:
        """Whether one of the names found stands at an end of a run, where the source may go on."""
        if self._match is None:
            return False
        last = len(self.names)
        return len(self._match.runs) > 1 or any(at == 0 or end == last for at, end in found)

    @property
    def lower(self) -> str:
        """The text in small letters, every character in its place."""
        if self._lower is None:
            if self.text.isascii():
                self._lower = self.text.lower()
            else:
                self._lower = "".join(
                    low if len(low := char.lower()) == 1 else char for char in self.text
                )
        return self._lower

    @property
    def names(self) -> str:
        """The text folded for the search of names."""
        if self._names is None:
            self._names = fold(self.text)
        return self._names

    @cached_property
    def wide(self) -> tuple[tuple[str, int, int], ...]:
        """Each run in the text that the source has around it, with the run's place in that text:
        what a cut hides, the readers of values still see."""
        found = []
        for index, run in enumerate(self.text.split(_GAP)):
            before, after = self._around(index)
            if before[-1:] == " " and not takes_space(before[-2:-1], run[:1]):
                before = before[:-1]
            if after[:1] == " " and not takes_space(run[-1:], after[1:2]):
                after = after[1:]
            found.append((before + run + after, len(before), len(before) + len(run)))
        return tuple(found)

    @cached_property
    def wide_names(self) -> tuple[tuple[str, int, int], ...]:
        """The same folded for the search of names."""
        found = []
        for text, low, high in self.wide:
            left, middle = fold(text[:low]), fold(text[low:high])
            found.append((left + middle + fold(text[high:]), len(left), len(left) + len(middle)))
        return tuple(found)

    def before(self, at: int) -> str:
        """What stands before an offset of the text, in the source where the run is cut there."""
        start = self.text.rfind(_GAP, 0, at) if "[" in self.text else -1
        begin = 0 if start < 0 else start + len(_GAP)
        within = self.text[begin:at]
        if within.count(" ") >= 3 or self._match is None:
            return within
        return self._around(self.text.count(_GAP, 0, begin))[0] + within

    def _around(self, index: int) -> tuple[str, str]:
        """The words of the source just before and behind a run, within its paragraph."""
        if self._match is None or self._source is None:
            return "", ""
        low, high = self._source.paragraphs[self._match.paragraph - 1]
        start, end = self._match.runs[index]
        text = self._source.text
        before = text[max(low, start - _NEAR) : start]
        after = text[end : min(high, end + _NEAR)]
        left = normalise(before) + (" " if before[-1:].isspace() else "")
        right = (" " if after[:1].isspace() else "") + normalise(after)
        return left, right
