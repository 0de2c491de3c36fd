"""A small base of another team, and Sphinx run on it as a user would."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import program

QUAY = Path(__file__).parent.parent / "contract/quay"
CONF = 'project = "Quay"\nextensions = ["myst_parser", "sphinx_needs", "policykb"]\n'
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the base with a conf.py and a front page, to break."""
    base = Path(shutil.copytree(QUAY, tmp_path / "a quay"))
    (base / "conf.py").write_text(CONF, encoding="utf-8")
    (base / "docs/index.md").write_text("# Quay\n\nWords.\n", encoding="utf-8")
    return base


@pytest.fixture
def sphinx(quay: Path) -> Run:
    """``sphinx-build`` in the copy, into ``_out`` with doctrees beside it."""

    def run(*words: str, builder: str = "html") -> subprocess.CompletedProcess[str]:
        given = ["-q", "-c", ".", "-d", "_trees", "-b", builder, *words, "docs", f"_out/{builder}"]
        return program.run("sphinx", *given, cwd=quay, env={**os.environ, "NO_COLOR": "1"})

    return run


@pytest.fixture
def policykb(quay: Path) -> Run:
    """``policykb ...`` in the copy."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return program.run("policykb", *words, cwd=quay, env={**os.environ, "NO_COLOR": "1"})

    return run


def change(path: Path, old: str, new: str) -> None:
    """Replace what must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
