"""What the checker passes, the gated build passes: for pages, folders and histories grown from
seeds. A failure names the seeds; ``python -m tests.fuzz.agree pages SEED`` shows one again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests import volume
from tests.fuzz import agree, histories

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(7200)]

BATCH = 250
"""Pages or folders that one build takes."""
MANY = {"pages": (60, 1_000, 20_000), "folders": (20, 100, 2_000)}
"""How many are tried in `make test`, `.ci/run` and `make long`."""


def seeds(quick: int, gate: int, long: int) -> range:
    """Which are tried: the same in every run, but for those that ``POLICYKB_SEED`` begins with."""
    first = int(os.environ.get("POLICYKB_SEED", "0"))
    return range(first, first + volume.take(quick, gate, long))


@pytest.mark.parametrize("kind", MANY)
def test_what_the_checker_passes_is_built(kind: str) -> None:
    wanted = seeds(*MANY[kind])
    for first in wanted[::BATCH]:
        batch = range(first, min(first + BATCH, wanted.stop))
        assert agree.of_seeds(kind, batch) == {}


def test_every_history_is_told(tmp_path: Path) -> None:
    assert histories.faults(tmp_path, seeds(3, 20, 400)) == {}
