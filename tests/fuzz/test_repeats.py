"""Whatever the readers know, repeated, is read in time: within a limit of processor time that what
takes time with the square of a length would exceed many times over."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.attacks import slow
from tests.fuzz import repeats
from tests.volume import take

GROUPS = repeats.groups()
SOME = GROUPS[:: take(len(GROUPS) // 2, len(GROUPS) // 12, 3)]
TIMES = 2
"""Of the limits of a command: a base has several tokens."""


@pytest.mark.gate
@pytest.mark.parametrize("chosen", SOME, ids=range(len(SOME)))
def test_repeated_tokens_are_checked_within_a_limit(
    tmp_path: Path, chosen: tuple[str, ...]
) -> None:
    row = slow.Row("", lambda root: repeats.lay_out(root, chosen))
    found = slow.run(slow.lay_out(tmp_path, row), "check", times=TIMES)
    assert found.code == 1, (chosen, found.out[-2000:])
