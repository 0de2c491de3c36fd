"""A source was published longer ago than the settings allow."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.values.date import DATE

DAYS = ("published", "not_before")
"""Fields that tell how old a document is, the surer first."""


@finds("PKB409", Severity.WARNING)
def rule(entry: Entry, known: Known) -> Findings:
    """`source_after_days` says how old a source may be; what has no day is not judged."""
    most = known.settings.source_after_days
    if not most or not entry.is_source:
        return
    for name in DAYS:
        day = entry.value(name, DATE)
        if day is None or day.latest is None:
            continue
        if (known.today - day.latest).days > most:
            said = f"{entry.id} is of {day}, more than {most} days ago"
            help = "look for a newer document, and quote it where things have changed"
            yield rule.on_value(entry, name, said, help=help)
        return
