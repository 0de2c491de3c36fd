"""A reference to a record in a heading: a link there, words wherever Sphinx copies headings."""

import re
from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import Run, change

NEED = "{need}`ORG_VESTA`"
PAGES = {
    "index.md": f"# Of {NEED}\n\n```{{toctree}}\nsetext\nbriefs/who\n```\n\n{{doc}}`setext` "
    "{ref}`here`\n",
    "setext.md": f"Set {NEED}\n===\n\n(here)=\n## Near {{need}}`the line <ORG_VESTA>`\n\n"
    f"Sub {NEED}\n---\n\nWords.\n\n### *Deep {NEED}*\n\nWords.\n",
    "briefs/who.md": f"# Who is {NEED}?\n\n{NEED} is one of the lines.\n",
}


@pytest.fixture
def headed(quay: Path) -> Path:
    for name, text in PAGES.items():
        path = quay / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return quay


def text(html: Path) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.read_text("utf-8")).split())


def test_a_heading_shows_the_title_of_the_record_everywhere(headed: Path, policykb: Run) -> None:
    run = policykb("build")
    assert run.returncode == 0, run.stdout + run.stderr
    site = headed / "_build/html"
    front = (site / "index.html").read_text("utf-8")
    assert re.search(r"<h1>Of <a[^>]*record-link[^>]*>.*?Vesta Lines</", front)
    assert re.search(r"<title>Of Vesta Lines\b", front)
    assert "Set Vesta Lines" in text(site / "index.html")
    assert "Near the line" in text(site / "index.html")
    assert "Who is Vesta Lines?" in text(site / "briefs/index.html")
    for page in site.rglob("*.html"):
        assert "{need}" not in text(page)


@pytest.mark.gate
def test_a_heading_follows_a_new_title(headed: Path, sphinx: Run) -> None:
    assert sphinx("-W").returncode == 0
    change(headed / "docs/organizations/all.md", "{org} Vesta Lines", "{org} Vesta Ferries")
    sphinx()
    assert "<title>Set Vesta Ferries" in (headed / "_out/html/setext.html").read_text("utf-8")


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_other_builders_write_it(headed: Path, sphinx: Run, builder: str) -> None:
    run = sphinx(builder=builder)
    assert "Exception" not in run.stderr
    assert "Traceback" not in run.stderr
