"""A quotation as the readers of values see it."""

from __future__ import annotations

from functools import cached_property

from policykb.evidence.document.find import Match, split_runs
from policykb.evidence.document.source import Source
from policykb.text.normalize import lowered, normalize, spaced, takes_space
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
        self.language = source.language if source else ""
        self._source = source
        self._match = match
        if "[" not in quote and quote.isascii():
            self.text = spaced(quote)
        else:
            self.text = _GAP.join(normalize(run) for run in split_runs(quote))

    @cached_property
    def lower(self) -> str:
        """The text in small letters, every character in its place."""
        return lowered(self.text)

    @cached_property
    def wide(self) -> tuple[tuple[str, int, int], ...]:
        """Each run with the source text around it, and the run's offsets in that text."""
        found = []
        for index, run in enumerate(self.text.split(_GAP)):
            before, after = self._around(index)
            if before[-1:] == " " and not takes_space(before[-2:-1], run[:1]):
                before = before[:-1]
            if after[:1] == " " and not takes_space(run[-1:], after[1:2]):
                after = after[1:]
            found.append((before + run + after, len(before), len(before) + len(run)))
        return tuple(found)

    def _around(self, index: int) -> tuple[str, str]:
        """The words of the source just before and behind a run, within its paragraph."""
        if self._match is None or self._source is None:
            return "", ""
        low, high = self._source.paragraphs[self._match.paragraph - 1]
        start, end = self._match.runs[index]
        text = self._source.text
        before = text[max(low, start - _NEAR) : start]
        after = text[end : min(high, end + _NEAR)]
        left = normalize(before) + (" " if before[-1:].isspace() else "")
        right = (" " if after[:1].isspace() else "") + normalize(after)
        return left, right
