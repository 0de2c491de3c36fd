"""A record's last comparison with its sources is long ago."""

from policykb.check.rules.rule import Entry, Findings, Known, Rule, Severity
from policykb.values.review import REVIEW


def check(entry: Entry, known: Known) -> Findings:
    """A review is due again after a number of days, which is a setting. What is no day has its own
    rule."""
    most = known.settings.review_after_days
    if "reviewed" not in entry.raw.values:
        return
    reviewed = entry.value("reviewed", REVIEW)
    if reviewed is None or reviewed.latest is None or reviewed.earliest != reviewed.latest:
        return
    age = (known.today - reviewed.latest).days
    if age > most:
        yield RULE.on_value(
            entry,
            "reviewed",
            f"{entry.name} was last compared with its sources on {reviewed}, "
            f"more than {most} days ago",
            help=f"compare it again: policykb review {entry.id}; when that is due says the setting "
            "review_after_days",
        )


RULE = Rule("PKB404", "review-due", Severity.NOTE, check, where="reviewed")
