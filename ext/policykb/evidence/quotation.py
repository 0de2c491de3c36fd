"""A quotation as the readers of values see it."""

from __future__ import annotations

from functools import cached_property

from policykb.evidence.lazy import lazy
from policykb.evidence.locate import Match, split_runs
from policykb.evidence.names import fold
from policykb.evidence.normalise import normalise
from policykb.evidence.source import Source
from policykb.values.shows import Mapping

_FISCAL = lazy(r"\b(?:fiscal|financial|FY)(?: year)? $")
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
            self.text = " ".join(quote.split())
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

    @property
    def with_fiscal(self) -> str:
        """The text, each run that is cut just behind "fiscal" or the like begun with that word."""
        runs = self.text.split(_GAP)
        return _GAP.join(
            f"fiscal {run}" if run[0].isdigit() and _FISCAL().search(self._around(at)[0]) else run
            for at, run in enumerate(runs)
            if run
        )

    @cached_property
    def wide_names(self) -> tuple[tuple[str, int, int], ...]:
        """For each run the text around it folded for the search of names, and the run's place in
        that text."""
        found = []
        for index, run in enumerate(self.text.split(_GAP)):
            before, after = self._around(index)
            left = fold(before)
            middle = fold(run)
            found.append((left + middle + fold(after), len(left), len(left) + len(middle)))
        return tuple(found)

    def before(self, at: int) -> str:
        """What stands before an offset of the text, in the source where the run is cut there."""
        start = self.text.rfind(_GAP, 0, at)
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
