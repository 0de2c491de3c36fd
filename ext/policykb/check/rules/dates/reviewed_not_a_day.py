"""The day of a review is not given as one day."""

from policykb.check.rules.rule import Entry, Findings, Rule, Severity
from policykb.values.review import REVIEW


def check(entry: Entry) -> Findings:
    """Whether a review is due can only be told from a full date."""
    reviewed = entry.value("reviewed", REVIEW)
    if reviewed is not None and reviewed.day is None:
        said = f"{entry.name}: reviewed must be one day, not {reviewed}"
        yield RULE.on_value(entry, "reviewed", said, help="write the full date, as 2025-05-21")


RULE = Rule("PKB405", "reviewed-not-a-day", Severity.ERROR, check, where="reviewed")
