"""A record is said to have been reviewed on a day that has not come."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.values.review import REVIEW


@finds("PKB403", Severity.ERROR, where="reviewed")
def rule(entry: Entry, known: Known) -> Findings:
    """Nobody has yet compared anything tomorrow. What is no day has its own rule."""
    reviewed = entry.value("reviewed", REVIEW)
    if reviewed is not None and reviewed.day is not None and reviewed.day > known.latest:
        said = f"is said to be reviewed on {reviewed}, which is after today, {known.latest}"
        help = "write the day on which a person compared the record with its sources, or leave it "
        help += "empty"
        yield rule.on_value(entry, "reviewed", f"{entry.name} {said}", help=help)
