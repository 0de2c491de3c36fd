"""Two processes find what one finds."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.check.rules.examples import Example, lay
from tests.check.rules.faults import FAULTS, PRELUDE
from tests.small import TODAY

from policykb.base.index import Base
from policykb.check import engine, two_processes
from policykb.check.diagnostics import Diagnostic
from policykb.check.rules.catalog import RULES

pytestmark = pytest.mark.skipif("not hasattr(__import__('os'), 'fork')")


@pytest.mark.parametrize("name", FAULTS)
def test_two_processes_say_what_one_says(name: str, tmp_path: Path) -> None:
    lay(Example(flagged=True, files=FAULTS[name]()), tmp_path)
    base = engine.load(tmp_path, today=TODAY)
    alone = engine.run(base).diagnostics
    shared = two_processes.run(base).diagnostics
    assert [item.as_dict() for item in shared] == [item.as_dict() for item in alone]
    assert [item.subject for item in shared] == [item.subject for item in alone]


@pytest.mark.parametrize("code", ["PKB104", "PKB303"])
def test_a_crash_in_either_process_is_no_pass(code: str) -> None:
    def broken(base: Base) -> Iterator[Diagnostic]:
        yield from [][0]

    rules = [
        dataclasses.replace(rule, check=broken) if rule.code == code else rule for rule in RULES
    ]
    base = engine.load(PRELUDE, today=TODAY)
    with pytest.raises(engine.RuleCrash, match=f"rule {code} failed"):
        two_processes.run(base, rules)


def test_a_small_base_is_checked_by_one_process() -> None:
    assert not two_processes.worth_it(engine.load(PRELUDE, today=TODAY))
