"""Every rule fires on a mistake made in the real base; each fourth where there is little time."""

import datetime
import shutil
from pathlib import Path

import pytest
from tests.check.rules.mutations import MUTATIONS
from tests.volume import take

from policykb.check import engine
from policykb.check.diagnostics import Diagnostic
from policykb.check.rules import RULES

TODAY = datetime.date(2026, 1, 15)


def findings(root: Path) -> list[Diagnostic]:
    return engine.check(root, today=TODAY)[1].diagnostics


def copy(root: Path, folder: Path) -> Path:
    for name in ("docs", "seeds"):
        shutil.copytree(root / name, folder / name)
    (folder / "pyproject.toml").write_text("[tool.policykb]\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def untouched(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the fingerprints of what the base has anyway."""
    return {item.fingerprint for item in findings(copy(root, tmp_path_factory.mktemp("base")))}


def test_every_rule_has_a_mutation() -> None:
    assert sorted(MUTATIONS) == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("code", list(MUTATIONS)[:: take(4, 1, 1)])
def test_a_mistake_in_the_real_base_is_found(
    code: str, root: Path, tmp_path: Path, untouched: set[str]
) -> None:
    base = copy(root, tmp_path)
    MUTATIONS[code](base)
    new = [item for item in findings(base) if item.fingerprint not in untouched]
    assert code in {item.code for item in new}, [(item.code, item.message) for item in new]
