"""What the rules on impossible dates and on intervals share."""

from policykb.check.rules.rule import Entry, Findings, Rule, rewrite
from policykb.check.rules.shape.bad_value import all_of, bad_span


def bad_dates(entry: Entry, rule: Rule, kind: str, help: str = "") -> Findings:
    """The findings of a rule: each value that cannot be read for a reason of this kind. Without
    ``help`` they tell what to write instead."""
    for field, bad in entry.bad.items():
        if bad.kind == kind:
            yield rule.in_record(
                entry,
                bad_span(entry, field, bad),
                f"{entry.name}: {field} cannot be “{entry.text(field)}”: {bad.reason}",
                field=field,
                help=help or f"write {bad.suggestion or bad.accepted}",
                fix=rewrite(entry.page, all_of(entry, field), bad.suggestion),
            )
