"""One page with as many mistakes as can be, held against the exact list of what is said of it."""

from pathlib import Path

from tests.check.rules.examples import Example, run

HERE = Path(__file__).parent / "awful"


def test_an_awful_page_gives_exactly_its_list(tmp_path: Path) -> None:
    page = (HERE / "page.md").read_text("utf-8")
    found = run(Example(flagged=True, files={"docs/awful.md": page}), tmp_path)
    assert found == (HERE / "findings.txt").read_text("utf-8").splitlines()
