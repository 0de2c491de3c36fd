"""The catalogue: every rule, in the order in which rules run (causes before consequences)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from policykb.check.rules.modules import MODULES
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.settings import Settings

RULES: tuple[Rule, ...]
"""The rules that come with policykb. Imported when asked for: a process that shares the work runs
some of them only."""

ORDER = tuple(
    f"PKB{number}"
    for number in """
709 711 712 713 714 715 126 127 128 125 119 120 121 122 123 116 117 118 114 115 124 101 701 702 703
704 705 706 710 113 112 102 103 110 111 107 108 109 106 104 105 401 402 403 404 405 406 201 202
203 204 205 206 207 208 209 501 502 503 601 707 708 602 603 604 605 606 610 611 311 310 312 306
305 301 314 304 302 309 316 317 303 313 315 307 308 901 902 903 904 905
""".split()
)
"""Their codes."""


def __getattr__(name: str) -> Any:
    if name == "RULES":
        return some(lambda code: True)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def some(wanted: Callable[[str], bool]) -> tuple[Rule, ...]:
    """Those of the rules that come with policykb whose code is wanted."""
    return tuple(_rule(code) for code in ORDER if wanted(code))


@cache
def _rule(code: str) -> Rule:
    rule: Rule = import_module(f"policykb.check.rules.{MODULES[code]}").RULE
    return rule


def all_rules(settings: Settings | None = None) -> tuple[Rule, ...]:
    """The rules that come with policykb, and those of the packages that the settings name under
    ``rules_from``."""
    known: tuple[Rule, ...] = sys.modules[__name__].RULES
    if settings is None or not settings.rules_from:
        return known
    from policykb.check.rules.registered import registered

    return (*known, *registered(settings.rules_from))
