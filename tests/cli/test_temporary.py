"""What killed runs leave is told apart from what running ones use, ignored by git, and removed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.conftest import Run, git

from policykb.cli.build import OLD, exchanged, rescue
from policykb.edit import store, temporary

HOLD = """
import sys, time
from pathlib import Path
from policykb.edit import temporary
made = {made}
with made as path:
    print(path, flush=True)
    time.sleep(600)
"""
FILE = "temporary.file_beside(Path(sys.argv[1]), b'x')"
FOLDER = "temporary.folder_beside(Path(sys.argv[1]))"


@contextmanager
def running(made: str, beside: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Run a program that has a temporary file or folder, and kill it at the end."""
    words = [sys.executable, "-c", HOLD.format(made=made), str(beside)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield process, Path(process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("made", [FILE, FOLDER])
def test_only_what_nobody_holds_is_removed(tmp_path: Path, made: str) -> None:
    with running(made, tmp_path / "a.md") as (_, held):
        temporary.sweep(tmp_path)
        assert held.exists()
    assert held.exists()
    temporary.sweep(tmp_path)
    assert not held.exists()


@pytest.mark.parametrize(
    "words", [("fix",), ("new", "org", "--title", "New Harbour", "--kind", "company")]
)
def test_the_next_run_removes_what_a_killed_one_left(
    repo: Path, policykb: Run, words: tuple[str, ...]
) -> None:
    with running(FILE, repo / "docs/organizations/a.md") as (_, held):
        pass
    assert held.exists()
    assert policykb(*words).returncode in (0, 1)
    assert not held.exists()


def test_git_sees_neither(root: Path, repo: Path) -> None:
    (repo / ".gitignore").write_text((root / ".gitignore").read_text("utf-8"), "utf-8")
    git(repo, "add", ".gitignore")
    git(repo, "commit", "-q", "-m", "ignore")
    with running(FILE, repo / "docs/a.md"), running(FOLDER, repo / "site"):
        assert git(repo, "status", "--porcelain") == ""


def test_a_file_is_written_whole_and_nothing_is_left(tmp_path: Path) -> None:
    store.replace(tmp_path / "a.md", b"one")
    store.replace(tmp_path / "a.md", b"two")
    store.create(tmp_path / "b.md", b"three")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.md": b"two",
        "b.md": b"three",
    }


def test_the_old_site_is_put_back_where_a_run_was_killed_between_two_renames(
    tmp_path: Path,
) -> None:
    with running(FOLDER, tmp_path / "html") as (_, held):
        (held / OLD).mkdir()
        (held / OLD / "index.html").write_text("old", encoding="utf-8")
    temporary.sweep(tmp_path, rescue=lambda left: rescue(left, tmp_path / "html"))
    assert not held.exists()
    assert (tmp_path / "html/index.html").read_text("utf-8") == "old"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges in one step")
def test_two_folders_are_exchanged(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchanged(tmp_path / "a", tmp_path / "b")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_a_folder_that_is_not_there_is_told_by_the_name_that_was_given(policykb: Run) -> None:
    told = policykb("export", "csv", "-o", "/nonexist/x.csv")
    assert (told.returncode, told.stderr) == (
        2,
        "policykb: /nonexist/x.csv: No such file or directory\n",
    )
