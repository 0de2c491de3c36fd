"""Builders other than ``html``: nothing crashes, records keep their words."""

import json
import pickle
from pathlib import Path

import pytest
from sphinx_needs.data import SphinxNeedsData
from tests.sphinx_ext.conftest import Run


@pytest.mark.parametrize(
    "builder",
    ["dirhtml", "singlehtml", "text", "latex", "man", "xml", "gettext", "dummy", "linkcheck"],
)
def test_a_builder_runs(quay: Path, sphinx: Run, builder: str) -> None:
    run = sphinx("-W", builder=builder)
    assert run.returncode == 0, run.stderr


def test_plain_text_has_the_title_and_the_words(quay: Path, sphinx: Run) -> None:
    # A folder's name, which the checker does not take for a pattern either.
    (quay / "pyproject.toml").write_text('[tool.policykb]\nexclude = ["v*"]\n', "utf-8")
    assert sphinx(builder="text").returncode == 0
    text = (quay / "_out/text/ventures/quaylight.txt").read_text("utf-8")
    assert "Quaylight" in text
    assert "Vesta Lines and Borealis Shipping set it up for shore power." in text
    assert "Funded by:\n   Harbour Electrification Fund" in text
    assert "Harbour notice, paragraph 3; backs Funded by" in text


def test_a_book_has_the_pages_in_the_layout_of_books(quay: Path, sphinx: Run) -> None:
    marks = "# On {need}`ORG_VESTA`\n\n## {need}`ORG_VESTA` again\n\nOne\\\ntwo.\n"
    (quay / "docs/marks.md").write_text(marks, "utf-8")
    run = sphinx("-D", "epub_copyright=A", "-D", "version=1", builder="epub")
    assert run.returncode == 0, run.stderr
    index = (quay / "_out/epub/index.xhtml").read_text("utf-8")
    assert "<p>Words.</p>" in index
    assert "policykb.css" not in index
    record = (quay / "_out/epub/ventures/quaylight.xhtml").read_text("utf-8")
    assert "This record is published as a web page only." in record
    assert "financed" not in record
    shown = (quay / "_out/epub/marks.xhtml").read_text("utf-8")
    assert "One<br/>" in shown


@pytest.mark.gate
def test_one_doctree_folder_serves_two_builders(quay: Path, sphinx: Run) -> None:
    for builder in ("html", "needs", "html", "text", "html"):
        assert sphinx("-W", builder=builder).returncode == 0
        # Whatever is built, other extensions and conf.py find each record among the needs.
        env = pickle.loads((quay / "_trees/environment.pickle").read_bytes())
        assert SphinxNeedsData(env)._env_needs.keys() >= {"PRG_HEF", "JV_QUAYLIGHT"}
    content = json.loads((quay / "_out/needs/needs.json").read_text("utf-8"))
    assert content["versions"][""]["needs"].keys() >= {"PRG_HEF", "JV_QUAYLIGHT"}
    assert '<article class="record' in (quay / "_out/html/ventures/quaylight.html").read_text(
        "utf-8"
    )


def test_a_page_without_records_and_one_with_only_a_label_before_it(
    quay: Path, sphinx: Run
) -> None:
    page = quay / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace("::::{jv}", "(here)=\n::::{jv}"), "utf-8")
    (quay / "docs/plain.md").write_text("# Plain\n\nSee [it](#here).\n", "utf-8")
    run = sphinx()
    assert "Traceback" not in run.stderr
    assert 'id="here"' in (quay / "_out/html/ventures/quaylight.html").read_text("utf-8")
