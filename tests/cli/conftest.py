"""The small base of another team in a git repository of its own, and the command line in it."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from policykb import cli

BASE = Path(__file__).parents[1] / "contract" / "quay"
Run = Callable[..., subprocess.CompletedProcess[str]]


def environment() -> dict[str, str]:
    """Nothing of this machine's git settings, no colors, this interpreter's policykb."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_NAME": "An Editor" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "editor@example.org" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_DATE": "2025-06-01T12:00:00Z" for who in ("AUTHOR", "COMMITTER")},
    }


def git(folder: Path, *words: str) -> str:
    """Run git, which must succeed; its output."""
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "A change") -> str:
    """Commit everything; the new commit's id."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the base, to change."""
    return Path(shutil.copytree(BASE, tmp_path / "quay"))


@pytest.fixture
def repo(quay: Path) -> Path:
    """The copy under git, on its branch main."""
    git(quay, "init", "-q", "-b", "main")
    commit(quay, "The base")
    return quay


@pytest.fixture
def policykb(quay: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``policykb ...`` in the copy, in this process, as starting one takes most of the time."""
    for name, value in environment().items():
        monkeypatch.setenv(name, value)

    def run(*words: str, cwd: Path = quay) -> subprocess.CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
            try:
                code = cli.main(list(words))
            except SystemExit as stopped:
                code = int(stopped.code or 0)
        return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())

    return run


def change(path: Path, old: str, new: str) -> None:
    """Replace what must be there; line ends stay as they are."""
    data = path.read_bytes()
    assert old.encode() in data
    path.write_bytes(data.replace(old.encode(), new.encode()))
