"""A small base of another team, and the command line run on it as a user would."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests import program

HERE = Path(__file__).parent
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the base, to break."""
    return Path(shutil.copytree(HERE / "quay", tmp_path / "quay"))


@pytest.fixture
def policykb(quay: Path) -> Run:
    """``policykb ...`` in the copy."""

    def run(*words: str, cwd: Path = quay) -> subprocess.CompletedProcess[str]:
        return program.run("policykb", *words, cwd=cwd, env={**os.environ, "NO_COLOR": "1"})

    return run


@pytest.fixture
def findings(policykb: Run) -> Callable[..., list[dict[str, Any]]]:
    """The findings of ``policykb check --format json``."""

    def run(*words: str) -> list[dict[str, Any]]:
        answer = policykb("check", "--format", "json", *words)
        assert answer.returncode in (0, 1), answer.stderr
        found: list[dict[str, Any]] = json.loads(answer.stdout)["diagnostics"]
        return found

    return run


def change(path: Path, old: str, new: str) -> None:
    """Replace what must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
