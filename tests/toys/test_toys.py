"""One thing more is one file more: dropped into a copy of the package it is found everywhere.

A folder beside this module is laid over the package.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.conftest import ROOT

HERE = Path(__file__).parent
QUAY = ROOT / "tests/contract/quay"
OPENED = "Berth one of Vesta Lines opened on 3 March 2024."
BERTH = f"""\
# Berth one

::::{{berth}} Berth one
:id: BRT_ONE
:owner: ORG_VESTA
:opened: 2024-03-03

:::{{evidence}} SRC_AVIZO
:supports: owner, opened

{OPENED}
:::
::::
"""
SOURCE = """\
# Avizo

:::{source} Avizo
:id: SRC_AVIZO
:file: avizo.txt
:sha256: SHA
:language: eo
:rights: made for this example
:::
"""
PROGRAM = """\
# Haveno-Fondo

::::{program} Haveno-Fondo
:id: PRG_HAVENO
:status: open
:gap: administered_by — the notice does not say

:::{evidence} SRC_AVIZO
:supports: status

SENTENCE
:::
::::
"""


CONF = """\
extensions = ["myst_parser", "sphinx_needs", "policykb"]
html_baseurl = "https://quays.example/"
"""


class Copy:
    """A copy of the package, and a base to use it on."""

    def __init__(self, folder: Path) -> None:
        self.package, self.base = folder / "ext/policykb", folder / "quay"
        shutil.copytree(ROOT / "ext/policykb", self.package)
        shutil.copytree(QUAY, self.base)

    def drop(self, toy: str) -> None:
        """Lay a toy's files over the package."""
        shutil.copytree(HERE / toy, self.package, dirs_exist_ok=True)

    def run(self, *words: str) -> str:
        """What ``policykb ...`` prints; it must end well or with findings."""
        done = subprocess.run(
            [sys.executable, "-m", "policykb", *words],
            cwd=self.base,
            env={**os.environ, "PYTHONPATH": str(self.package.parent), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> None:
        """Write a file of the base."""
        path = self.base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def site(self) -> Path:
        """The built site's folder."""
        self.write("docs/index.md", "# Quays\n\nShore power, and who pays for it.\n")
        self.run("build", "-o", "site")
        return self.base / "site"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_rule_is_found(copy: Copy) -> None:
    copy.drop("rule")
    copy.write("docs/organizations/toys.md", "# Toys\n\nThis is a toy.\n")
    copy.write("docs/guide/index.md", "# Guide\n")
    found = json.loads(copy.run("check", "--format", "json"))["diagnostics"]
    assert ("PKB699", "docs/organizations/toys.md", 3, 9) in [
        (one["code"], one["path"], one["line"], one["col"]) for one in found
    ]
    assert copy.run("explain", "toy-named").startswith("# PKB699 toy-named\n")
    copy.run("schema")
    assert (copy.base / "docs/rules/PKB699.md").is_file()
    assert "PKB699 toy-named" in (copy.base / "docs/rules/index.md").read_text("utf-8")
    assert "PKB699" in copy.run("check", "--format", "sarif")


def test_a_language_is_found(copy: Copy) -> None:
    sentence = "La Haveno-Fondo estas malferma ekde 2023."
    pin = sha256(sentence.encode()).hexdigest()
    copy.write("seeds/avizo.txt", sentence)
    copy.write("docs/sources/avizo.md", SOURCE.replace("SHA", pin))
    copy.write("docs/programs/haveno.md", PROGRAM.replace("SENTENCE", sentence))
    assert _why(copy) == ["language"]
    copy.drop("language")
    assert _why(copy) == []


def _why(copy: Copy) -> list[str]:
    """Why the status of the program is to be read."""
    facts = json.loads(copy.run("review", "--list", "--format", "json"))["facts"]
    (found,) = [
        fact for fact in facts if (fact["record"], fact["field"]) == ("PRG_HAVENO", "status")
    ]
    why: list[str] = found["why"]
    return why


def test_an_export_is_found(copy: Copy) -> None:
    copy.drop("export")
    assert re.search(r"^  toy +the ids of all records$", copy.run("export", "--help"), re.M)
    assert copy.run("export", "toy").splitlines()[0] == "JV_QUAYLIGHT"
    assert copy.run("--complete", "export", "t") == "toy\n"


@pytest.mark.gate
def test_an_export_is_offered_on_the_site(copy: Copy) -> None:
    copy.drop("export")
    site = copy.site()
    assert "The ids of all records" in (site / "data.html").read_text("utf-8")
    assert (site / "data/records.toy").read_text("utf-8") == copy.run("export", "toy")


def _with_a_berth(copy: Copy) -> None:
    copy.drop("type")
    copy.write("seeds/avizo.txt", OPENED)
    source = SOURCE.replace("SHA", sha256(OPENED.encode()).hexdigest()).replace(": eo", ": en")
    copy.write("docs/sources/avizo.md", source)
    copy.write("docs/berths/one.md", BERTH)


def test_a_type_is_found(copy: Copy) -> None:
    _with_a_berth(copy)
    assert copy.run("check", "--format", "concise") == ""
    exported = json.loads(copy.run("export", "json"))["records"]
    assert "BRT_ONE" in [record["id"] for record in exported]
    copy.run("new", "berth", "--title", "Berth two", "--owner", "Vesta Lines")
    (made,) = (copy.base / "docs/berths").glob("*two.md")
    assert ":owner: ORG_VESTA" in made.read_text("utf-8")
    assert copy.run("find", "berth one").startswith("BRT_ONE  Berth one (berth)")
    assert "Berth one (berth)" in copy.run("explain", "BRT_ONE")
    copy.write("docs/guide/index.md", "# Guide\n")
    copy.run("schema")
    assert (copy.base / "schemas/berth.json").is_file()
    assert "## `berth`" in (copy.base / "docs/guide/reference/fields.md").read_text("utf-8")
    copy.write("docs/berths/one.md", BERTH.replace("{berth}", "{mooring}"))
    assert "did you mean {berth}?" in copy.run("check")


@pytest.mark.gate
def test_a_type_is_on_every_page(copy: Copy) -> None:
    _with_a_berth(copy)
    site = copy.site()
    listed = (site / "berths/index.html").read_text("utf-8")
    assert all(words in listed for words in ("Berth one", "Places where ships lie.", "Vesta"))
    for page in ("timeline", "network"):
        assert "berths/one.html" in (site / f"{page}.html").read_text("utf-8"), page
    assert "berths/index.html" in (site / "browse.html").read_text("utf-8")
    assert "BRT_ONE" in (site / "jump-index.js").read_text("utf-8")
    assert "t-berth" in (site / "berths/one.html").read_text("utf-8")
    styles = "".join(path.read_text("utf-8") for path in (site / "_static").glob("*.css"))
    assert "#7a4f9a" in styles
    assert (site / "data/berths.csv").is_file()


@pytest.mark.gate
def test_a_page_is_found(copy: Copy) -> None:
    copy.drop("page")
    copy.write("conf.py", CONF)
    site = copy.site()
    assert "are toys" in (site / "toys.html").read_text("utf-8")
    assert "Records that are toys." in (site / "toys.html").read_text("utf-8")
    for page in ("browse", "index"):
        assert "toys.html" in (site / f"{page}.html").read_text("utf-8"), page
    assert 'browse.html" aria-current="true"' in (site / "toys.html").read_text("utf-8")
    assert "https://quays.example/toys.html" in (site / "sitemap.xml").read_text("utf-8")
