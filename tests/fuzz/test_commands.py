"""Every command on bases broken at random: an answer or one plain line, and nothing changed by
what only reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.mutate import broken, write
from tests.fuzz.run import READING, WRITING, hold
from tests.volume import take

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "base"


@settings(max_examples=take(60, 300, 5000))
@given(data=st.binary(min_size=3, max_size=60), number=st.integers(0, 99))
def test_what_reads(root: Path, data: bytes, number: int) -> None:
    write(root, broken(data))
    hold(root, ["check"])
    hold(root, READING[number % len(READING)])


@settings(max_examples=take(30, 150, 2500))
@given(data=st.binary(min_size=3, max_size=60), number=st.integers(0, 99))
def test_what_writes(root: Path, data: bytes, number: int) -> None:
    write(root, broken(data))
    hold(root, WRITING[number % len(WRITING)])
