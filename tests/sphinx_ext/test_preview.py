"""``policykb serve``: on this machine only, and right on other pages too after an edit."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import INTERRUPTIBLE, change

from policykb.cli import main
from policykb.sphinx_ext import preview


@contextmanager
def serving(root: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command running, and the address it tells."""
    command = [sys.executable, "-c", INTERRUPTIBLE, "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        said = ""
        try:
            for line in process.stdout:
                said += line
                if found := re.search(r"http://\S+", line):
                    yield process, found[0]
                    break
            else:
                pytest.fail(f"it stopped: {said}")
        finally:
            process.kill()


def get(address: str) -> str:
    """What an address answers."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def test_a_title_changes_on_other_pages_and_browsers_are_told(quay: Path) -> None:
    with serving(quay) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        page = get(f"{address}ventures/quaylight.html")
        assert "Harbour Electrification Fund" in page
        built = re.search(r'reload\.js" data-built="(\d+)"', page)
        assert built
        change(quay / "docs/programs/hef.md", "{program} Harbour", "{program} Renamed Harbour")
        told = built[1]
        while told == built[1]:
            told = get(f"{address}-/wait?{built[1]}")
        assert "Renamed Harbour" in get(f"{address}ventures/quaylight.html")
        assert "reload.js" not in (quay / "_build/serve/html/index.html").read_text("utf-8")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130


def test_a_broken_base_is_shown_all_the_same(quay: Path) -> None:
    change(quay / "docs/ventures/quaylight.md", ":funded_by: PRG_HEF\n", "")
    with serving(quay) as (_, address):
        assert "Quaylight" in get(f"{address}ventures/quaylight.html")


def test_a_page_saved_in_another_encoding_is_told_and_the_rest_is_shown(quay: Path) -> None:
    (quay / "docs/first.md").write_bytes(b"# caf\xe9\n")
    (quay / "docs" / os.fsdecode(b"caf\xe9.md")).write_bytes(b"# x\n")
    with serving(quay) as (process, address):
        assert "Words" in get(f"{address}index.html")
        for name, data in (
            ("second.md", b"# caf\xe9\n"),
            ("index.md", b"# Quay\n\nOther words.\n"),
        ):
            (quay / "docs" / name).write_bytes(data)
            said = until_built(process)
        assert "second.md" in said
        assert "Other words" in get(f"{address}index.html")


def until_built(process: subprocess.Popen[str]) -> str:
    """What is said up to the end of the next build."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if line == "Built.\n":
            break
    return said


def test_a_site_can_be_built_once(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "rebuild", lambda *_: 0)
    assert main(["serve", "--once", "--root", str(quay)]) == 0
    assert capsys.readouterr().out == f"The site is in {quay}/_build/serve/html.\n"


def test_a_build_that_fails_is_told_with_the_findings(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise RecursionError("too deep")

    change(quay / "docs/ventures/quaylight.md", ":funded_by: PRG_HEF\n", "")
    monkeypatch.setattr(preview, "rebuild", fail)
    served = preview.Preview(quay)
    served.build(())
    said = capsys.readouterr().out
    assert "the site cannot be built: too deep" in said
    assert "PKB203" in said
    assert served.turn.number == 0
