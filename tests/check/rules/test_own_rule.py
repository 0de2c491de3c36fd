"""The guide's rule of one's own is loaded and run as it is printed there."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small import check, codes

from policykb.cli import main

INDICATOR = """\
# Berths

:::{indicator} Berths
:id: IND_BERTHS
:bound: about
:gap: value — the notice does not say; unit — the notice does not say
:::
"""
FILES = {
    "docs/berths.md": INDICATOR,
    "pyproject.toml": '[tool.policykb]\nrules_from = ["undated-figure"]\n',
}


@pytest.fixture
def guide(root: Path) -> str:
    return (root / "docs/guide/own-rule.md").read_text("utf-8")


@pytest.fixture
def code(guide: str) -> str:
    found = re.search(r"```python\n(.*?)```", guide, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def installed(guide: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the guide's package as pip would, and return the folder for a base."""
    packages = tmp_path / "site-packages"
    info = packages / "acme_rules-1.0.dist-info"
    info.mkdir(parents=True)
    (packages / "acme_rules.py").write_text(code, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    entry = re.search(r'"(policykb\.rules)"\]\n([\w-]+) = "([\w:]+)"', guide)
    assert entry
    (info / "entry_points.txt").write_text(f"[{entry[1]}]\n{entry[2]} = {entry[3]}\n")
    monkeypatch.syspath_prepend(packages)
    return tmp_path / "base"


def test_the_guides_rule_is_short(code: str) -> None:
    assert len(code.splitlines()) < 30


def test_the_guides_rule_finds_what_it_is_for(installed: Path) -> None:
    found = check(installed, FILES)[1].diagnostics
    assert codes(found) == ["ACME001"]
    assert (found[0].path, found[0].line, found[0].record) == ("docs/berths.md", 3, "IND_BERTHS")


def test_a_registered_rule_is_ignored_and_explained_like_any_other(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ignored = INDICATOR.replace(":::\n", "\n% policykb: ignore[ACME001] it holds for ever\n:::\n")
    assert codes(check(installed, FILES | {"docs/berths.md": ignored})[1].diagnostics) == []
    assert main(["explain", "acme001", "--root", str(installed)]) == 0
    assert capsys.readouterr().out.startswith("# ACME001 undated-figure\n")


def test_a_registered_rule_has_its_page_on_the_site(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(installed, FILES)
    (installed / "docs/guide").mkdir()
    assert main(["schema", "--root", str(installed)]) == 0
    assert (installed / "docs/rules/ACME001.md").read_text("utf-8").startswith("# ACME001 ")
    index = (installed / "docs/rules/index.md").read_text("utf-8")
    assert "| [ACME001 undated-figure](ACME001.md) | warning | A figure has neither" in index


def test_a_rule_that_is_not_asked_for_does_not_run(installed: Path) -> None:
    assert codes(check(installed, {"docs/berths.md": INDICATOR})[1].diagnostics) == []


@pytest.fixture
def rewrite(installed: Path, code: str, tmp_path: Path) -> Callable[..., int]:
    """Check their base with something changed in their rule; the exit code."""

    def run(old: str, new: str, *options: str) -> int:
        check(installed, {})
        (installed / "pyproject.toml").write_text(FILES["pyproject.toml"], "utf-8")
        module = tmp_path / "site-packages/acme_rules.py"
        module.write_text(code.replace(old, new), "utf-8")
        sys.modules.pop("acme_rules", None)
        return main(["check", *options, "--root", str(installed)])

    return run


def test_a_code_of_policykbs_own_is_refused(
    rewrite: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert rewrite("ACME001", "PKB201") == 2
    assert "the code PKB201, which a rule of policykb itself has" in capsys.readouterr().err


def test_a_rule_that_fails_says_whose_it_is(
    rewrite: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert rewrite("entry.type !=", "entry.kind !=") == 2
    said = capsys.readouterr().err
    assert said.startswith("policykb: rule ACME001 failed (acme_rules.py, line ")
    assert "this rule comes from acme_rules, not from policykb" in said
    assert "fault in policykb itself" not in said


def test_an_error_of_a_rule_that_is_declared_a_warning_is_one_with_errors_only(
    rewrite: Callable[..., int], capsys: pytest.CaptureFixture[str], installed: Path
) -> None:
    check(installed, {})
    (installed / "docs/berths.md").write_text(INDICATOR, "utf-8")
    declared = 'RULE = Rule("ACME001", "undated-figure", Severity.WARNING, '
    weighed = (
        "from dataclasses import replace\n\n\n"
        "def weighed(entry):\n"
        "    for found in check(entry):\n"
        "        yield replace(found, severity=Severity.ERROR)\n\n\n"
        f"{declared}weighed"
    )
    for options in ((), ("-q",)):
        assert rewrite(f"{declared}check", weighed, *options) == 1
        assert "error[ACME001]" in capsys.readouterr().out
