"""Two processes find what one finds."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.check.rules.examples import Example, lay
from tests.check.rules.faults import FAULTS, PRELUDE
from tests.small import TODAY

from policykb.base.index import Base
from policykb.check import engine, second_process
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic
from policykb.check.rules.catalog import RULES
from policykb.evidence import evidence

pytestmark = pytest.mark.skipif("not hasattr(__import__('os'), 'fork')")


@pytest.mark.parametrize("name", FAULTS)
def test_two_processes_say_what_one_says(name: str, tmp_path: Path) -> None:
    lay(Example(flagged=True, files=FAULTS[name]()), tmp_path)
    base = engine.load(tmp_path, today=TODAY)
    alone = engine.run(base).diagnostics
    shared = second_process.run(base).diagnostics
    assert [item.as_dict() for item in shared] == [item.as_dict() for item in alone]
    assert [item.subject for item in shared] == [item.subject for item in alone]


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_kept_changes_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "MOST_KEPT", 0)
    lay(Example(flagged=True, files=FAULTS[name]()), tmp_path)
    kept, freed = (engine.load(tmp_path, today=TODAY) for _ in range(2))
    alone = [item.as_dict() for item in engine.run(kept).diagnostics]
    assert [item.as_dict() for item in engine.run(freed, keep=False).diagnostics] == alone
    assert _looked_at(freed) <= _looked_at(kept)


def test_a_check_that_keeps_nothing_lets_go_of_what_it_read() -> None:
    base = engine.load(PRELUDE, today=TODAY)
    engine.run(base)
    assert _looked_at(base)
    base = engine.load(PRELUDE, today=TODAY)
    engine.run(base, keep=False)
    assert not _looked_at(base)


def _looked_at(base: Context) -> int:
    """How many quotations have their readings kept."""
    return sum(one.looked is not None for each in base.evidence.by_entry.values() for one in each)


@pytest.mark.parametrize("code", ["PKB104", "PKB303"])
def test_a_crash_in_either_process_is_no_pass(code: str) -> None:
    def broken(base: Base) -> Iterator[Diagnostic]:
        yield from [][0]

    rules = [
        dataclasses.replace(rule, check=broken) if rule.code == code else rule for rule in RULES
    ]
    base = engine.load(PRELUDE, today=TODAY)
    with pytest.raises(engine.RuleCrash, match=f"rule {code} failed"):
        second_process.run(base, rules)


def test_a_small_base_is_checked_by_one_process() -> None:
    assert not second_process.worth_it(engine.load(PRELUDE, today=TODAY))
