"""Texts made to be slow to read take time in proportion to their length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.fuzz.hard import TOKENS, lay_out
from tests.volume import take

from policykb.check import engine

pytestmark = pytest.mark.gate

SMALL, LARGE = 0.05, 0.2
"""Parts of the greatest length that a page may have."""
LIMIT = (LARGE / SMALL) ** 1.5
"""In proportion it would be 4 times as long, with the square of the length 16 times."""
HARDEST = ["a,", "1,", "JP, ", "ORG_VESTA,", "<!--", "]:", "](", "<a", "[a](b ", "ﷺ", "{need}`a <"]
"""Those that took longest of all when this was written; the others take turns by their place."""


def seconds(folder: Path, token: str, part: float) -> float:
    """Processor seconds of a check."""
    root = lay_out(folder, token, part)
    taken = []
    for _ in range(2):
        start = time.process_time()
        engine.check(root)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("token", [*HARDEST, *TOKENS[:: take(9, 9, 1)]])
def test_time_in_proportion(tmp_path: Path, token: str) -> None:
    # What a check of next to nothing takes does not grow.
    least = seconds(tmp_path, "word ", SMALL / 10)
    small, large = (seconds(tmp_path, token, part) - least for part in (SMALL, LARGE))
    assert large < LIMIT * max(small, 0.05)
