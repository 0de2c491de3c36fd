"""What the checker passes, the gated build passes: for pages, folders and histories grown from
seeds. A failure names its seed, which `tests.fuzz.agree` and `tests.fuzz.histories` try again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests import program, volume

MANY = {"pages": (60, 1_000, 20_000), "folders": (20, 100, 2_000), "histories": (3, 20, 400)}
"""How many are tried in `make test`, `.ci/run` and `make long`."""
FIRST = os.environ.get("POLICYKB_SEED", "0")
"""The first seed: the same in every run that does not ask for others."""


@pytest.mark.gate
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", MANY)
def test_what_the_checker_passes_is_built(kind: str, root: Path) -> None:
    words = [FIRST, str(volume.take(*MANY[kind]))]
    if kind == "histories":
        run = program.run("tests.fuzz.histories", *words, cwd=root)
    else:
        run = program.run("tests.fuzz.agree", kind, *words, cwd=root)
    assert (run.stdout, run.stderr) == ("", "")
    assert run.returncode == 0
