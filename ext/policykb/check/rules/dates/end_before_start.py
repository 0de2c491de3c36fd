"""An interval ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """The two ends of an interval are in order."""
    return bad_dates(entry, RULE, "order")


RULE = Rule("PKB402", "end-before-start", Severity.ERROR, check, where="bad")
