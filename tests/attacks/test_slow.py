"""Bases made to keep a check or a build busy are done with within their limits of processor time
and memory, or told to be too long."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.attacks import slow
from tests.volume import take

CHECKS = [(row, "check") for row in slow.ROWS][:: take(8, 1, 1)]
BUILDS = [(row, "build") for row in slow.ROWS if "build" in row.commands]


@pytest.mark.parametrize(
    ("row", "command"),
    CHECKS + [pytest.param(*one, marks=pytest.mark.gate) for one in BUILDS],
    ids=lambda one: one.make.__name__ if isinstance(one, slow.Row) else one,
)
def test_a_command_is_done_within_its_limits(tmp_path: Path, row: slow.Row, command: str) -> None:
    found = slow.run(slow.lay_out(tmp_path, row), command)
    assert found.code in (0, 1), found.out[-2000:]
    assert "Traceback" not in found.out
    assert row.says in found.out
