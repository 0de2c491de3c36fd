"""One page with as many mistakes as can be, held against the exact list of what is said of it."""

from dataclasses import replace
from pathlib import Path

from tests.check.rules.examples import TODAY, Example, lay, run

from policykb.check import engine
from policykb.check.rules.catalog import RULES
from policykb.check.views import Views

HERE = Path(__file__).parent / "awful"


def test_an_awful_page_gives_exactly_its_list(tmp_path: Path) -> None:
    page = (HERE / "page.md").read_text("utf-8")
    found = run(Example(flagged=True, files={"docs/awful.md": page}), tmp_path)
    assert found == (HERE / "findings.txt").read_text("utf-8").splitlines()


def test_no_rule_finds_anything_where_it_is_not_called(tmp_path: Path) -> None:
    """What a rule names as its ``where`` leaves out nothing that it would find."""
    page = (HERE / "page.md").read_text("utf-8")
    lay(Example(flagged=True, files={"docs/awful.md": page}), tmp_path)
    base = engine.load(tmp_path, today=TODAY)
    for rule in (one for one in RULES if one.where):
        found = engine.findings(rule, Views(base))
        assert engine.findings(replace(rule, where=None), Views(base)) == found, rule.code
