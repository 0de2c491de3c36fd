"""An event is said to have been held on a day that has not come."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.values.date import DATE


@finds("PKB406", Severity.WARNING)
def rule(entry: Entry, known: Known) -> Findings:
    """What has taken place has a date that is not after today."""
    if entry.type != "event" or entry.value("status") != "held":
        return
    date = entry.value("date", DATE)
    if date is not None and date.earliest and date.earliest > known.today:
        said = f"{entry.name} has the status held, but its date, {date}, is after today"
        help = "look whether the date is right; an event to come has the status planned"
        yield rule.on_value(entry, "date", f"{said}, {known.today}", help=help)
