"""A record's last comparison with its sources is long ago."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.values.review import REVIEW


@finds("PKB404", Severity.NOTE, where="reviewed")
def rule(entry: Entry, known: Known) -> Findings:
    """A review is due again after a number of days, which is a setting. What is no day has its own
    rule."""
    most = known.settings.review_after_days
    reviewed = entry.value("reviewed", REVIEW)
    if reviewed is None or reviewed.day is None:
        return
    if (known.today - reviewed.day).days > most:
        said = f"was last compared with its sources on {reviewed}, more than {most} days ago"
        help = f"compare it again: policykb review {entry.id}; when that is due says the setting "
        help += "review_after_days"
        yield rule.on_value(entry, "reviewed", f"{entry.name} {said}", help=help)
