"""Two records begin with the same sentence."""

from policykb.base.opening import opening
from policykb.check.rules.rule import Entry, Findings, Severity, finds
from policykb.check.views import Openings


@finds("PKB621", Severity.NOTE, on_request=True)
def rule(entry: Entry, openings: Openings) -> Findings:
    """No two records share their first sentence, as it is written but for white space."""
    other = openings.before(entry)
    said = opening(entry) if other is not None else None
    if other is not None and said is not None:
        yield rule.in_record(
            entry,
            (said.start, said.end),
            f"{entry.name} begins with the same sentence as {other.name}",
            field="text",
            help="say first what is true of this record alone",
            related=(openings.where(other),),
        )
