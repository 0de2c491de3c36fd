"""A date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.bad_dates import bad_dates
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry


def check(entry: Entry) -> Iterator[Diagnostic]:
    """A date must be a day, month or year that exists."""
    return bad_dates(entry, RULE, "impossible", HELP)


HELP = "compare it with the source; where no day is known, a month or a year will do"
RULE = Rule("PKB401", "impossible-date", Severity.ERROR, check, where="bad")
