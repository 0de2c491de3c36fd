"""The catalogue: every rule, in the order in which rules run (causes before consequences)."""

from __future__ import annotations

from policykb.rules import pkb201, pkb202
from policykb.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    pkb201.RULE,
    pkb202.RULE,
)


def all_rules() -> tuple[Rule, ...]:
    """The rules that come with policykb and those that other packages register."""
    return RULES
