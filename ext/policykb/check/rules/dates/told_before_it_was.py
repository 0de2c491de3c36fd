"""A source is older than what it is said to tell as done."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.values.date import DATE

DONE = ("announced", "adopted", "agreed")
"""Dates of what nobody can tell before it is done; that of an event is one, if it was held."""


@finds("PKB410", Severity.NOTE, on_request=True)
def rule(entry: Entry, known: Known) -> Findings:
    """A source may be a day older, since it may lie in another time zone."""
    for field in (*DONE, *(["date"] if entry.value("status") == "held" else [])):
        day = entry.value(field, DATE) if field in entry.specs else None
        earliest = day.earliest if day is not None else None
        for quote in known.evidence.of(entry) if earliest is not None else ():
            if field not in quote.supports or quote.source not in known.evidence.sources:
                continue
            published = known.record(quote.source).value("published", DATE)
            latest = published.latest if published is not None else None
            if earliest and latest and (earliest - latest).days > 1:
                said = f"{entry.name}: {field} is {day}, but {quote.source}, which is to show it, "
                help = "look whether both dates are right, or quote a source that looks back"
                yield rule.on_value(entry, field, f"{said}is of {published}", help=help)
                break
