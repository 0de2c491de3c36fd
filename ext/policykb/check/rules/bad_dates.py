"""What the rules on impossible dates and on intervals share."""

from policykb.check.rules.rule import Diagnostic, Entry, Findings, Place, Rule, edit, unsafe
from policykb.check.rules.shape.bad_value import bad_span
from policykb.values.base import BadValue


def bad_dates(entry: Entry, rule: Rule, kind: str, help: str = "") -> Findings:
    """The findings of a rule: each value that cannot be read for a reason of this kind. Without
    ``help`` they tell what to write instead."""
    for field, bad in entry.bad.items():
        if bad.kind == kind:
            yield _finding(rule, entry, field, bad, help)


def _finding(rule: Rule, entry: Entry, field: str, bad: BadValue, help: str) -> Diagnostic:
    option = entry.raw.options[field]
    suggested = edit(entry.page, option.at, option.end, bad.suggestion) if bad.suggestion else None
    return rule.at(
        Place(entry.page, *bad_span(entry, field, bad)),
        f"{entry.name}: {field} cannot be “{entry.text(field)}”: {bad.reason}",
        record=entry.raw,
        field=field,
        help=help or f"write {bad.suggestion or bad.accepted}",
        fix=unsafe(suggested) if suggested else None,
    )
