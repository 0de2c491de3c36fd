"""``policykb build``: a whole site or the one before it, with a conf.py or without."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sphinx.config import Config
from sphinx.errors import SphinxError
from tests.sphinx_ext.conftest import Run, change

from policykb.sphinx_ext.build import unfit

COUNTING = """
import sys
from policykb.check import engine
from policykb.cli import main
read, run, done = engine.load, engine.run, []
engine.load = lambda *given: done.append("read") or read(*given)
engine.run = lambda *given: done.append("checked") or run(*given)
code = main(sys.argv[1:])
print(*done, sep=", ")
sys.exit(code)
"""
"""The command line, which tells at its end how often it read and checked a base."""
INTERRUPTIBLE = (
    "import signal as s; s.signal(s.SIGINT, s.default_int_handler); import policykb.__main__"
)
"""The command line as code. A shell that starts the suite in the background has SIGINT ignored, and
children inherit that."""


def test_a_root_without_any_configuration_is_read_and_checked_once_and_built(quay: Path) -> None:
    (quay / "conf.py").unlink()
    command = [sys.executable, "-c", COUNTING, "build"]
    run = subprocess.run(command, cwd=quay, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[-1] == "read, checked"
    site = quay / "_build/html"
    assert '<article class="record' in (site / "ventures/quaylight.html").read_text("utf-8")
    assert (site / "pagefind/pagefind.js").is_file()
    assert sorted(path.name for path in (quay / "_build").iterdir()) == ["html"]


def test_what_does_not_pass_leaves_the_old_site(quay: Path, policykb: Run) -> None:
    assert policykb("build", "-o", "site").returncode == 0
    page = quay / "site/ventures/quaylight.html"
    before = page.read_bytes()
    change(quay / "docs/ventures/quaylight.md", "set it up", "founded it")
    change(quay / "docs/ventures/quaylight.md", "PRG_HEF", "PRG_HEFF")
    run = policykb("build", "-o", "site")
    assert run.returncode == 1
    assert "PRG_HEFF" in run.stdout
    assert page.read_bytes() == before


def test_a_site_that_does_not_know_its_address_is_told_how_once(quay: Path, policykb: Run) -> None:
    run = policykb("build")
    assert run.stdout.count("html_baseurl") == 1
    written = (quay / "conf.py").read_text("utf-8")
    for address in ("https://quays.example/", ""):  # one without an address says so
        (quay / "conf.py").write_text(f'{written}html_baseurl = "{address}"\n', "utf-8")
        assert "html_baseurl" not in policykb("build").stdout


@pytest.mark.parametrize("there", ["file", "folder"])
def test_a_place_that_holds_something_else_is_left_alone(
    quay: Path, policykb: Run, there: str
) -> None:
    target = quay / "mine"
    if there == "folder":
        target.mkdir()
        (target / "letter.txt").write_text("Dear", encoding="utf-8")
    else:
        target.write_text("Dear", encoding="utf-8")
    run = policykb("build", "-o", "mine")
    assert run.returncode == 2
    assert "something other than a built site" in run.stderr
    assert target.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extensions = []\nextensions.append('no_such_extension')", "no_such_extension"),
        ("a = 1\nb = c", "conf.py:2: NameError: name 'c' is not defined"),
        ("def setup(app):\n    1 / 0", "Sphinx cannot begin with conf.py: ZeroDivisionError"),
    ],
)
def test_a_configuration_that_fails_is_exit_code_2(
    quay: Path, policykb: Run, text: str, told: str
) -> None:
    (quay / "conf.py").write_text(text, encoding="utf-8")
    run = policykb("build")
    assert run.returncode == 2
    assert told in run.stderr
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "setting",
    [
        'needs_id_regex = "["',
        "html_baseurl = 5",
        "html_domain_indices = 5",
        'source_encoding = "nope"',
        "html_context = 5",
        "html_file_suffix = 5",
    ],
)
def test_a_setting_that_no_site_can_be_built_with_is_named(
    quay: Path, policykb: Run, setting: str
) -> None:
    with (quay / "conf.py").open("a", encoding="utf-8") as file:
        file.write(f"html_title = None\nhtml_js_files = ()\n{setting}\n")
    run = policykb("build")
    said = setting.replace('"', "'")
    assert run.returncode == 2
    assert f"policykb: conf.py: no site can be built with {said}: " in run.stderr


def test_a_fault_is_not_blamed_on_settings_that_fit() -> None:
    config = Config({}, {"html_context": {}, "extensions": (), "exclude_patterns": ["a"]})
    assert unfit.blamed(config, TypeError("of its own")) is None
    assert unfit.blamed(Config({}, {"exclude_patterns": 5}), SphinxError("said by it")) is None


@pytest.mark.gate
def test_a_build_that_is_stopped_leaves_the_old_site_whole(quay: Path, policykb: Run) -> None:
    assert policykb("build").returncode == 0
    site = quay / "_build/html"
    kept = quay / "kept"
    shutil.copytree(site, kept)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        stop_in_the_middle(quay, number)
        compared = subprocess.run(["diff", "-r", kept, site], capture_output=True, check=False)
        assert compared.returncode == 0, (number, compared.stdout)
    assert policykb("build").returncode == 0
    assert list((quay / "_build").glob(".*")) == []


def stop_in_the_middle(quay: Path, number: signal.Signals) -> None:
    """Start a build, and send it a signal when it has written its first page."""
    begun = set((quay / "_build").glob(".html-*"))
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "build"],
        cwd=quay,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not any(
        list(folder.glob("html/*.html"))
        for folder in (quay / "_build").glob(".html-*")
        if folder not in begun
    ):
        time.sleep(0.01)
    process.send_signal(number)
    process.wait()
