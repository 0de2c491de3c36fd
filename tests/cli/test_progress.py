"""Long work tells how far it is: by a bar on a terminal, by plain lines in a log."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from policykb.cli import main, progress
from policykb.documents import add
from policykb.documents.extracted import Extracted

QUAY = Path(__file__).parents[1] / "contract" / "quay"
REVIEW = ["review", "--list", "--root", str(QUAY)]
END = b"(end)"
BUILD = """\
import sys
from policykb.cli import main
from policykb.sphinx_ext.build import progress
progress.DELAY, progress.MANY = 0, 2
sys.exit(main(["build", "--root", sys.argv[1]]))
"""


def terminal() -> tuple[int, int]:
    """Both ends of a terminal: to read what is shown there, and to write."""
    reader, writer = os.openpty()
    termios.tcsetwinsize(writer, (24, 80))
    return reader, writer


def until_end(reader: int) -> str:
    """All that was written before a last word, which takes its time to get through a terminal."""
    found = b""
    while not found.endswith(END):
        found += os.read(reader, 100_000)
    return found.removesuffix(END).decode()


def on_terminal(words: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command writes to standard error where that is a terminal."""
    reader, writer = terminal()
    with os.fdopen(writer, "w", encoding="utf-8") as error, monkeypatch.context() as patch:
        patch.setattr("sys.stderr", error)
        assert main(words) == 0
        error.flush()
        os.write(writer, END)
        said = until_end(reader)
    os.close(reader)
    return said


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All work is long."""
    monkeypatch.setattr(progress, "DELAY", 0)
    monkeypatch.setattr(progress, "EACH", 0)
    monkeypatch.setattr(progress, "TICK", 0.01)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read slowly."""

    def extract(path: Path, wish: object) -> Extracted:
        time.sleep(0.05)
        return Extracted(path.read_text("utf-8"), "by hand", language="en")

    monkeypatch.setattr(add, "extract", extract)


@pytest.fixture
def report(tmp_path: Path) -> list[str]:
    """The command that adds a document."""
    shutil.copytree(QUAY, tmp_path / "base")
    file = tmp_path / "report.txt"
    file.write_text("The port is open.\n", "utf-8")
    return ["source", "add", str(file), "--dry-run", "--root", str(tmp_path / "base")]


@pytest.mark.usefixtures("at_once")
def test_a_review_of_many_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    said = on_terminal(REVIEW, monkeypatch)
    assert "%|" in said
    assert " record/s" in said
    assert said.endswith("\r"), "the bar is taken away"


@pytest.mark.usefixtures("at_once")
def test_a_review_of_many_tells_a_log_in_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(REVIEW) == 0
    lines = capsys.readouterr().err.split("\n")
    assert lines[0] == f"1 record of {len(lines) - 1} …"
    assert lines[-2:] == [f"{len(lines) - 1} records of {len(lines) - 1} …", ""]


def test_nothing_is_told_of_quick_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert on_terminal(REVIEW, monkeypatch) == ""
    assert main(REVIEW) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("at_once", "slow")
def test_adding_a_long_document_shows_its_seconds_on_a_terminal(
    report: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bar, *_ = on_terminal(report, monkeypatch).split("\n")
    assert "report.txt: 0 s\r" in bar
    assert bar.rpartition("\r")[0].endswith(f"\r{report[2]}: 4 words, by hand")


@pytest.mark.usefixtures("at_once", "slow")
def test_adding_a_long_document_tells_a_log(
    report: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(report) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{report[2]}: 1 second …"
    assert f"{report[2]}: 4 words, by hand" in lines


def test_a_check_imports_no_bar() -> None:
    code = "import sys; from policykb.cli import main; main(['check', '-q', '--root', sys.argv[1]])"
    words = [sys.executable, "-c", f"{code}; sys.exit('tqdm' in sys.modules)", str(QUAY)]
    assert subprocess.run(words, check=False, capture_output=True).returncode == 0


@pytest.mark.gate
@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_long_build_tells_how_far_it_is(is_terminal: bool, tmp_path: Path) -> None:
    shutil.copytree(QUAY, tmp_path / "base")
    reader, writer = terminal() if is_terminal else os.pipe()
    words = [sys.executable, "-c", BUILD, str(tmp_path / "base")]
    build = subprocess.run(words, check=False, stdout=subprocess.PIPE, stderr=writer, text=True)
    os.write(writer, END)
    shown = until_end(reader)
    os.close(writer)
    os.close(reader)
    assert build.returncode == 0, build.stdout
    assert (" page/s" in shown) is is_terminal
    assert shown.endswith("\r") is is_terminal, "the bar is taken away"
    assert ("2 pages read …\n" in build.stdout) is not is_terminal
    assert ("2 pages written …\n" in build.stdout) is not is_terminal
