"""A record is said to have been reviewed on a day that has not come."""

from policykb.check.rules.rule import Entry, Findings, Known, Rule, Severity
from policykb.values.review import REVIEW


def check(entry: Entry, known: Known) -> Findings:
    """Nobody has yet compared anything tomorrow. What is no day has its own rule."""
    if "reviewed" not in entry.raw.values:
        return
    reviewed = entry.value("reviewed", REVIEW)
    if reviewed is None or reviewed.earliest is None or reviewed.earliest != reviewed.latest:
        return
    if reviewed.earliest > known.latest:
        yield RULE.on_value(
            entry,
            "reviewed",
            f"{entry.name} is said to be reviewed on {reviewed}, which is after today, "
            f"{known.latest}",
            help="write the day on which a person compared the record with its sources, or "
            "leave it empty",
        )


RULE = Rule("PKB403", "reviewed-in-the-future", Severity.ERROR, check, where="reviewed")
