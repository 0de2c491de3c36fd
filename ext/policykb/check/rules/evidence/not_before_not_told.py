"""The day that a source cannot be older than stands nowhere in it."""

from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.values.date import DATE
from policykb.values.reading.dates import shows


@finds("PKB319", Severity.ERROR)
def rule(known: Known) -> Findings:
    """The date that a source gives as `not_before` is one that its text speaks of."""
    for ident, source in known.evidence.sources.items():
        entry = known.record(ident)
        day = entry.value("not_before", DATE)
        if day is None or source.problem is not None:
            continue
        if not any(shows(one, day, source.language) for one in source.normalized.split("\n")):
            said = f"{ident}: seeds/{entry.text('file')} does not speak of {day}"
            help = "give the latest past day that its text speaks of"
            yield rule.on_value(entry, "not_before", said, help=help)
