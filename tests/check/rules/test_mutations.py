"""Every rule fires on a mistake made in the real base; each fourth where there is little time."""

import datetime
import shutil
from pathlib import Path

import pytest
from tests.check.rules.examples import lay, of
from tests.check.rules.mutations import MUTATIONS
from tests.volume import take

from policykb.check import engine
from policykb.check.diagnostics import Diagnostic
from policykb.check.rules.catalog import RULES
from policykb.check.rules.rule import Rule

TODAY = datetime.date(2026, 1, 15)


def findings(root: Path) -> list[Diagnostic]:
    return engine.check(root, today=TODAY)[1].diagnostics


def copy(root: Path, folder: Path) -> Path:
    for name in ("docs", "seeds"):
        shutil.copytree(root / name, folder / name)
    (folder / "pyproject.toml").write_text(
        '[tool.policykb]\nseverity = { PKB410 = "note", PKB620 = "note", PKB621 = "note" }\n',
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def untouched(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the fingerprints of what the base has anyway."""
    return {item.fingerprint for item in findings(copy(root, tmp_path_factory.mktemp("base")))}


def mutate(rule: Rule, base: Path) -> None:
    """Make the mistake written for a rule, or else lay its page's first flagged example over."""
    if rule.code in MUTATIONS:
        MUTATIONS[rule.code](base)
    else:
        lay(next(example for example in of(rule) if example.flagged), base)
        if (base / "policykb.toml").exists():
            (base / "pyproject.toml").unlink()


def test_every_mutation_is_of_a_rule() -> None:
    assert MUTATIONS.keys() <= {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES[:: take(4, 1, 1)], ids=lambda rule: rule.code)
def test_a_mistake_in_the_real_base_is_found(
    rule: Rule, root: Path, tmp_path: Path, untouched: set[str]
) -> None:
    base = copy(root, tmp_path)
    mutate(rule, base)
    new = [item for item in findings(base) if item.fingerprint not in untouched]
    assert rule.code in {item.code for item in new}, [(item.code, item.message) for item in new]
