"""Rule pages are tests: every example gives exactly the findings that its page lists."""

from pathlib import Path

import pytest
from tests.check.rules import examples

from policykb.check.rules.catalog import RULES
from policykb.check.rules.pages import page_of
from policykb.check.rules.rule import Rule

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(examples.of(rule), 1)
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_with_a_flagged_and_a_clean_example(rule: Rule) -> None:
    page = page_of(rule)
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert examples.sections(page) == ["Why", "Flagged", "Clean", "Fix"]
    kinds = {example.flagged for example in examples.read(page)}
    assert kinds == {True, False}


def test_the_prelude_is_clean(tmp_path: Path) -> None:
    assert examples.run(examples.Example(flagged=False), tmp_path) == []


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_gives_exactly_what_its_page_says(
    rule: Rule, example: examples.Example, tmp_path: Path
) -> None:
    found = examples.run(example, tmp_path)
    assert found == example.expected
    assert example.flagged == any(f"[{rule.code}]" in line for line in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_switched_off_makes_its_page_fail(rule: Rule, tmp_path: Path) -> None:
    others = [other for other in RULES if other is not rule]
    flagged = [example for example in examples.of(rule) if example.flagged]
    for number, example in enumerate(flagged):
        assert examples.run(example, tmp_path / str(number), others) != example.expected
