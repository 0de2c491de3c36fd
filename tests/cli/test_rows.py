"""``policykb new TYPE --rows``: a page for each row of a table, its grades shown before."""

import io
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from policykb.check import engine

GUIDE = Path(__file__).parents[2] / "docs/guide/contributing.md"
COMPANIES = """\
Title,Kind,Country
Blue Harbor Company,company,NO
Red Pier Company,company,DK
"""
NEWS = """\
Yards

Blue Harbor Company of Norway builds quays of stone and wood. Red Pier Company of Sweden builds
piers for ferries. The two met in Oslo, and spoke for two days of the work that is still to be
done. None of them signed anything, and both of them said that they would meet again.
"""


@pytest.fixture
def table(quay: Path, policykb: Run) -> Path:
    """A table beside the base, which has a source for it."""
    (quay / "seeds/yards.txt").write_text(NEWS, "utf-8")
    words = ("--file", "yards.txt", "--language", "en", "--rights", "none stated")
    assert policykb("new", "source", "--title", "Yards", *words).returncode == 0
    path = quay / "companies.csv"
    path.write_text(COMPANIES, "utf-8")
    return path


def pages(quay: Path) -> set[str]:
    return {path.name for path in (quay / "docs/organizations").glob("*.md")}


def test_grades_are_shown_and_nothing_is_written_unasked(
    quay: Path, policykb: Run, table: Path
) -> None:
    words = ("new", "org", "--rows", str(table), "--from", "SRC_YARDS")
    before = pages(quay)
    answer = policykb(*words)
    assert answer.returncode == 1, answer.stderr  # A row is refused, and nothing was written.
    assert "shown: ORG_BLUE_HARBOR_COMPANY.country = NO\n" in answer.stdout
    assert "refused (absent): ORG_RED_PIER_COMPANY.country = DK\n" in answer.stdout
    assert "red-pier-company.md:6:11: error[PKB302]" in answer.stdout
    assert answer.stdout.endswith("Nothing was written; --yes writes 2 pages.\n")
    assert f"{COMPANIES}```" in GUIDE.read_text("utf-8")
    assert answer.stdout in GUIDE.read_text("utf-8")
    assert pages(quay) == before
    table.write_text(COMPANIES.replace("DK", "SE"), "utf-8")
    assert policykb(*words).returncode == 0
    assert policykb(*words, "--yes").stdout.endswith("Wrote 2 pages.\n")
    assert pages(quay) - before == {"blue-harbor-company.md", "red-pier-company.md"}
    assert policykb("check").returncode == 0


def test_a_row_may_name_one_before_it_and_options_hold_for_all(
    quay: Path, policykb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = "\ufefftitle;part-of\r\nYard;\r\n;\r\nDock;Yard\r\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    answer = policykb("new", "org", "--rows", "-", "--kind", "company", "--yes")
    assert answer.stdout.endswith("Wrote 2 pages.\n"), answer.stderr
    dock = engine.load(quay).by_id["ORG_DOCK"]
    assert (dock.text("part_of"), dock.text("kind")) == ("ORG_YARD", "company")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("title,kind\nA,company\nB,compani\n", "row 3: --kind: “compani” cannot be used"),
        ("title,kindd\nA,company\n", "column “kindd” is no field of org; did you mean kind?"),
        ("title,kind\nA,company,x\n", "row 2 has more cells than the first line"),
        ("title,Kind,kind\nA,company,company\n", "two columns are named for kind; keep one"),
        ("title,kind\n,company\n", "row 2: a record needs a title"),
        ("title,kind\nA\b,company\n", "row 2: --title: it has a control character (U+0008)"),
        ("title,id\nA,ORG_ALL\n", "row 2: docs/organizations/all.md exists already"),
        ('title,kind\n"A,company\n', "cannot be read: "),
        ("title\n", "the table has no rows"),
        ("", "the table has no rows"),
    ],
)
def test_a_table_with_a_fault_writes_nothing(
    quay: Path, policykb: Run, table: str, said: str
) -> None:
    (quay / "t.csv").write_text(table, "utf-8")
    before = pages(quay)
    answer = policykb("new", "org", "--rows", "t.csv", "--yes")
    assert answer.returncode == 2
    assert said in answer.stderr
    assert pages(quay) == before
