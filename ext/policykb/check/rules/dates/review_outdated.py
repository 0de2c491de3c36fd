"""A record has changed since a person compared it with its sources."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.evidence.reviewed import holds
from policykb.values.review import REVIEW


@finds("PKB408", Severity.NOTE, where="reviewed")
def rule(entry: Entry, known: Known) -> Findings:
    """A stamp has a key of what was read. It holds for as long as the record says the same."""
    review = entry.value("reviewed", REVIEW)
    if review is not None and holds(known, entry) is False:
        said = f"{entry.name} has changed since it was read on {review.latest}"
        help = f"read it again: policykb review {entry.id}"
        yield rule.on_value(entry, "reviewed", said, help=help)
