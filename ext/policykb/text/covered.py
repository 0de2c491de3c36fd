"""Parts of a text that are taken."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Covered:
    """The parts of a text that are taken; looked up in the logarithm of their number."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.reach: list[int] = []
        for at, to in sorted(spans):
            self.starts.append(at)
            self.reach.append(max(to, self.reach[-1]) if self.reach else to)

    def touches(self, at: int, to: int) -> bool:
        """Whether any of ``[at, to)`` is taken."""
        before = bisect_left(self.starts, to)
        return before > 0 and self.reach[before - 1] > at

    def hold(self, at: int, to: int) -> bool:
        """Whether one of the parts has all of ``[at, to)`` in it."""
        before = bisect_right(self.starts, at)
        return before > 0 and self.reach[before - 1] >= to
