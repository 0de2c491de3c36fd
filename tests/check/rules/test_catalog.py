"""Rules are found in their folders: each a file with a page beside it, named by what it finds."""

import dataclasses

import pytest

from policykb.base.settings import Settings
from policykb.check.rules.catalog import PAGES, RULES, all_rules, files, ordered, rules_to_run
from policykb.check.rules.pages import FAMILIES
from policykb.check.rules.rule import Rule

FOLDERS = dict(
    zip("12345679", "shape relations evidence dates names prose content base".split(), strict=True)
)


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert list(files(".py")) == list(files(".md"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rules_file_has_its_name_in_its_familys_folder(rule: Rule) -> None:
    page = PAGES[rule.code]
    assert (page.parent.name, page.stem.replace("_", "-")) == (FOLDERS[rule.code[3]], rule.name)


def test_every_family_has_a_title() -> None:
    assert FAMILIES.keys() == FOLDERS.keys()


def test_causes_run_before_consequences_whatever_the_codes() -> None:
    one, two, three, four = (
        dataclasses.replace(RULES[0], code=f"TST{n}", requires=(), shakes=False)
        for n in range(1, 5)
    )
    one = dataclasses.replace(one, requires=("TST3", "TST9"))
    two = dataclasses.replace(two, check=lambda kept: iter(kept.stale))
    four = dataclasses.replace(four, shakes=True)
    assert ordered([one, two, three, four]) == (four, three, one, two)


def test_a_rule_on_request_runs_where_the_settings_name_it() -> None:
    asked = {rule.code for rule in RULES if rule.on_request}
    assert asked
    assert asked.isdisjoint(rule.code for rule in rules_to_run(Settings()))
    for code in asked:
        for settings in (Settings(severity={code: "warning"}), Settings(select=[code])):
            assert code in {rule.code for rule in rules_to_run(settings)}
        assert code in {rule.code for rule in all_rules(Settings())}
