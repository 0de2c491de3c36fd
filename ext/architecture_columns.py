"""Boxes in columns, ordered so that the lines between them are short and cross no box.

The layered method of Sugiyama (1981): a line that spans several columns gets a narrow place of its
own in each one between, and every place moves to the mean of those it is linked to."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 24
LANE = 5
"""The height of the place of a line that passes a column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``places`` has the middle of every box; ``passing``, for each pair, where its line crosses
    the columns between, from the left; ``height`` is the tallest column's."""

    places: dict[str, float]
    passing: dict[tuple[str, str], list[float]]
    height: float


Near = dict[str, list[str]]
Ways = dict[tuple[str, str], list[str]]


def _with_lanes(
    columns: list[list[str]], pairs: list[tuple[str, str]]
) -> tuple[list[list[str]], Near, Ways]:
    """The columns with lanes for the lines that pass them; what lies next to what on lines; and
    each pair's lanes."""
    column_of = {ident: at for at, column in enumerate(columns) for ident in column}
    rows = [list(column) for column in columns]
    near: Near = defaultdict(list)
    ways: Ways = {}
    for a, b in pairs:
        between = range(column_of[a] + 1, column_of[b])
        ways[a, b] = [f"{a} {b} {at}" for at in between]
        for at, lane in zip(between, ways[a, b], strict=True):
            rows[at].append(lane)
        for one, other in pairwise([a, *ways[a, b], b]):
            near[one].append(other)
            near[other].append(one)
    return rows, near, ways


def arrange(
    columns: list[list[str]], pairs: list[tuple[str, str]], heights: dict[str, float]
) -> Layout:
    """Where boxes and lines go: ``columns`` in their first order, ``heights`` with the space below
    each box. A pair's first box is never right of its second."""
    rows, near, ways = _with_lanes(columns, pairs)

    def needs(ident: str) -> float:
        return heights.get(ident, LANE)

    tallest = max((sum(map(needs, row)) for row in rows), default=0.0)
    places: dict[str, float] = {}

    def spread(row: list[str]) -> None:
        """One below the other; what is left of the height goes between the boxes."""
        boxes = sum(1 for ident in row if ident in heights)
        spare = (tallest - sum(map(needs, row))) / max(1, boxes)
        y = 0.0
        for ident in row:
            height = needs(ident) + (spare if ident in heights else 0)
            places[ident] = y + height / 2
            y += height

    for row in rows:
        spread(row)
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            mean = {
                ident: sum(places[one] for one in near[ident]) / len(near[ident])
                if near[ident]
                else places[ident]
                for ident in row
            }
            row.sort(key=lambda ident: (round(mean[ident], 6), ident))
            spread(row)
    return Layout(
        {ident: places[ident] for ident in heights if ident in places},
        {pair: [places[lane] for lane in way] for pair, way in ways.items()},
        tallest,
    )
