"""A record's last comparison with its sources is long ago."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.check.context import Context


def check(base: Context) -> Iterator[Diagnostic]:
    """A review is due again after a number of days, which is a setting. What is no day has its own
    rule."""
    most = base.settings.review_after_days
    for entry in base.entries:
        if "reviewed" not in entry.raw.values:
            continue
        reviewed = entry.value("reviewed")
        if reviewed is None or reviewed.latest is None or reviewed.earliest != reviewed.latest:
            continue
        age = (base.today - reviewed.latest).days
        if age > most:
            yield RULE.on_value(
                entry,
                "reviewed",
                f"{entry.name} was last compared with its sources on {reviewed}, "
                f"more than {most} days ago",
                help="compare it again and write today's date",
            )


RULE = Rule("PKB404", "review-due", Severity.NOTE, check)
