"""What is found and exported is what was, but for what is intended."""

from pathlib import Path

import pytest
from tests.verdicts import verdicts


@pytest.mark.gate
def test_each_difference_is_intended(tmp_path: Path) -> None:
    frozen = (verdicts.HERE / "frozen.txt").read_text("utf-8").splitlines()
    assert verdicts.unexplained(verdicts.differences(frozen, verdicts.lines(tmp_path))) == []


def test_each_intended_difference_has_a_reason() -> None:
    for entry in verdicts.intended():
        assert set(entry) == {"match", "reason"}
        assert len(entry["reason"].split()) > 2, entry


def test_a_changed_finding_and_a_changed_key_are_told() -> None:
    before = ["quay PKB201 docs/a.md:3 - -", "docs export ORG_A page=1 id=2 title=3"]
    after = ["quay PKB201 docs/a.md:4 - -", "docs export ORG_A page=1 id=2 title=4"]
    assert verdicts.differences(before, after) == [
        "- quay PKB201 docs/a.md:3 - -",
        "- docs export ORG_A title=3",
        "+ quay PKB201 docs/a.md:4 - -",
        "+ docs export ORG_A title=4",
    ]


def test_a_rewritten_record_is_no_difference() -> None:
    before = ["docs export ORG_A page=1 id=2 title=3"]
    after = ["docs export ORG_A page=5 id=2 title=4", "docs export ORG_B page=6 id=7"]
    assert verdicts.differences(before, after) == []


def test_a_new_example_is_no_difference_but_a_finding_in_an_old_one_is() -> None:
    before = ["PKB201:1 checked", "PKB202:2 checked"]
    after = [
        *before,
        "PKB202:2 PKB202 docs/a.md:1 - -",
        "PKB203:3 checked",
        "PKB203:3 PKB203 b:1 - -",
    ]
    assert verdicts.differences(before, after) == ["+ PKB202:2 PKB202 docs/a.md:1 - -"]
