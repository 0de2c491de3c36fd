"""The catalogue: every rule, in the order in which rules run (causes before consequences)."""

from __future__ import annotations

from policykb.rules import (
    pkb102,
    pkb103,
    pkb104,
    pkb105,
    pkb106,
    pkb107,
    pkb108,
    pkb109,
    pkb110,
    pkb111,
    pkb112,
    pkb113,
    pkb201,
    pkb202,
    pkb203,
    pkb204,
    pkb601,
)
from policykb.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    pkb102.RULE,
    pkb103.RULE,
    pkb104.RULE,
    pkb105.RULE,
    pkb106.RULE,
    pkb107.RULE,
    pkb108.RULE,
    pkb109.RULE,
    pkb110.RULE,
    pkb111.RULE,
    pkb113.RULE,
    pkb112.RULE,
    pkb201.RULE,
    pkb202.RULE,
    pkb203.RULE,
    pkb204.RULE,
    pkb601.RULE,
)


def all_rules() -> tuple[Rule, ...]:
    """The rules that come with policykb and those that other packages register."""
    return RULES
