"""Two records begin with the same sentence."""

from policykb.base.opening import opening
from policykb.check.rules.rule import Entry, Findings, Rule, Severity
from policykb.check.views import Openings


def check(entry: Entry, openings: Openings) -> Findings:
    """No two records share their first sentence, as it is written but for white space."""
    other = openings.before(entry)
    said = opening(entry) if other is not None else None
    if other is not None and said is not None:
        yield RULE.in_record(
            entry,
            (said.start, said.end),
            f"{entry.name} begins with the same sentence as {other.name}",
            field="text",
            help="say first what is true of this record alone",
            related=(openings.where(other),),
        )


RULE = Rule("PKB621", "same-first-sentence", Severity.NOTE, check, on_request=True)
