"""The baseline lists a finding that is no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.check.context import Context


def check(base: Context) -> Iterator[Diagnostic]:
    """A baseline only shrinks: what has been fixed is taken out, so that it cannot come back."""
    for one in base.stale:
        yield Diagnostic(
            RULE.code,
            RULE.name,
            RULE.severity,
            f"the baseline still has a finding that is fixed: {one.said}",
            base.settings.baseline,
            one.line,
            1,
            one.line,
            21,
            help="take it out with: policykb check --update-baseline",
            subject=base,
        )


RULE = Rule("PKB905", "fixed-finding-in-baseline", Severity.WARNING, check, late=True)
