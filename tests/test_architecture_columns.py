"""Boxes in columns: none over another, no line through one, near what they are linked to."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import architecture_columns as columns

Case = tuple[list[list[str]], list[tuple[str, str]], dict[str, float]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Columns of boxes, and pairs of them that go to the right or stay in their column."""
    sizes = draw(st.lists(st.integers(0, 6), min_size=2, max_size=5))
    rows = [[f"N{at}{number}" for number in range(size)] for at, size in enumerate(sizes)]
    boxes = [ident for row in rows for ident in row]
    column = {ident: at for at, row in enumerate(rows) for ident in row}
    pairs = [(a, b) for a in boxes for b in boxes if a != b and column[a] <= column[b]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    heights = {ident: draw(st.sampled_from([25.0, 38.0])) for ident in boxes}
    return rows, sorted(chosen), heights


@given(cases())
def test_boxes_and_passing_lines_keep_clear_of_each_other(case: Case) -> None:
    rows, pairs, heights = case
    found = columns.arrange(rows, pairs, heights)
    at = {ident: number for number, row in enumerate(rows) for ident in row}
    for number, row in enumerate(rows):
        taken = [(found.places[ident], heights[ident]) for ident in row]
        for (a, b), way in found.passing.items():
            assert len(way) == max(0, at[b] - at[a] - 1)
            if at[a] < number < at[b]:
                taken.append((way[number - at[a] - 1], columns.LANE))
        taken.sort()
        for (above, one), (below, other) in pairwise(taken):
            assert below - above >= (one + other) / 2 - 1e-6
        for middle, height in taken:
            assert height / 2 - 1e-6 <= middle <= found.height - height / 2 + 1e-6


def test_boxes_come_to_stand_across_from_what_they_are_linked_to() -> None:
    heights = dict.fromkeys("abcxyz", 25.0)
    found = columns.arrange([[*"abc"], [*"xyz"]], [("a", "z"), ("b", "y"), ("c", "x")], heights)
    for one, other in ("az", "by", "cx"):
        assert found.places[one] == found.places[other]
