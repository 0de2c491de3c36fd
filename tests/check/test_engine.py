"""How rules run: consequences, introduction of new rules, crashes, paths."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.small import ORG, TODAY, check, codes, org

from policykb.base.index import Base
from policykb.check import engine
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.catalog import RULES
from policykb.check.rules.rule import Rule
from policykb.check.within import only_paths


def every_org(base: Base) -> Iterator[Diagnostic]:
    for entry in base.entries:
        if entry.id == "ORG_VESTA":
            yield ONE.on_record(entry, "an organization")


ONE = Rule("TST001", "an-organization", Severity.ERROR, every_org)


def run(root: Path, *rules: Rule, today: datetime.date = TODAY) -> list[Diagnostic]:
    return engine.run(engine.load(root, today=today), rules).diagnostics


def test_a_consequence_stays_quiet_and_returns_without_its_cause(tmp_path: Path) -> None:
    check(tmp_path, {})
    other = dataclasses.replace(ONE, code="TST002", requires=("TST001",))
    assert len(run(tmp_path, ONE, other)) == 1
    assert len(run(tmp_path, other)) == 1


def test_a_rule_is_a_note_until_its_day(tmp_path: Path) -> None:
    check(tmp_path, {})
    rule = dataclasses.replace(ONE, error_from="2026-02-01")
    for day, severity in ((31, Severity.NOTE), (1, Severity.ERROR)):
        today = datetime.date(2026, 1 if day == 31 else 2, day)
        assert [item.severity for item in run(tmp_path, rule, today=today)] == [severity]


def test_a_rule_that_raises_is_no_pass(tmp_path: Path) -> None:
    def broken(base: Base) -> Iterator[Diagnostic]:
        raise KeyError("x")
        yield from ()

    check(tmp_path, {})
    with pytest.raises(engine.RuleCrash, match=r"rule TST001 failed \(test_engine\.py, line \d+\)"):
        run(tmp_path, dataclasses.replace(ONE, check=broken))


def test_requires_names_rules_that_run_before() -> None:
    seen: set[str] = set()
    for rule in RULES:
        assert seen.issuperset(rule.requires), f"{rule.code} runs before what it requires"
        seen.add(rule.code)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_findings_are_limited_to_the_paths_given(tmp_path: Path) -> None:
    root = tmp_path / "base"
    found = check(root, {ORG: org(":kind: firm\n")})[1].diagnostics
    assert codes(only_paths(found, root, [root / "docs"])) == ["PKB105"]
    assert only_paths(found, root, [root / "docs" / "people"]) == []
    for path in (tmp_path, root / "docs" / "nowhere.md"):
        with pytest.raises(engine.LoadError):
            only_paths(found, root, [path])


@pytest.mark.parametrize("place", ["docs/.draft/a.md", "docs/_parts/a.md", "docs/a.txt"])
def test_hidden_folders_and_other_files_are_no_pages(tmp_path: Path, place: str) -> None:
    base, report = check(tmp_path, {place: "# A\n\n:::{org}\n:::\n"})
    assert (len(base.entries), report.diagnostics) == (8, [])


def test_excluded_folders_are_not_read(tmp_path: Path) -> None:
    files = {
        "docs/drafts/a.md": "# A\n\n:::{org}\n:::\n",
        "pyproject.toml": '[tool.policykb]\nexclude = ["drafts"]\n',
    }
    assert check(tmp_path, files)[1].diagnostics == []


def test_the_same_base_gives_the_same_findings_in_the_same_order(tmp_path: Path) -> None:
    files = {f"docs/{name}.md": org(":kind: firm\n") for name in "cab"}
    first = check(tmp_path / "1", files)[1].diagnostics
    second = check(tmp_path / "2", dict(reversed(files.items())))[1].diagnostics
    assert [item.as_dict() for item in first] == [item.as_dict() for item in second]
    assert [item.order for item in first] == sorted(item.order for item in first)


def test_errors_alone_need_a_warning_only_where_another_rule_rests_on_it(tmp_path: Path) -> None:
    check(tmp_path, {})
    base = engine.load(tmp_path, today=TODAY)

    def worry(base: Base) -> Iterator[Diagnostic]:
        for item in every_org(base):
            yield dataclasses.replace(item, code="TST000", severity=Severity.WARNING)

    def errors(*rules: Rule) -> int:
        return len(engine.run(base, rules, errors_only=True).diagnostics)

    warning = Rule("TST000", "a-worry", Severity.WARNING, worry)
    resting = dataclasses.replace(ONE, requires=("TST000",))
    assert not engine.is_run(warning, base, errors_only=True, needed=set())
    assert (errors(warning), errors(resting), errors(warning, resting)) == (0, 1, 0)
    base.settings.severity["TST000"] = "error"
    assert errors(warning) == 1
