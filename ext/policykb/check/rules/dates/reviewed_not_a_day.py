"""The day of a review is not given as one day."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds
from policykb.values.review import REVIEW


@finds("PKB405", Severity.ERROR, where="reviewed")
def rule(entry: Entry) -> Findings:
    """Whether a review is due can only be told from a full date."""
    reviewed = entry.value("reviewed", REVIEW)
    if reviewed is not None and reviewed.day is None:
        said = f"{entry.name}: reviewed must be one day, not {reviewed}"
        yield rule.on_value(entry, "reviewed", said, help="write the full date, as 2025-05-21")
