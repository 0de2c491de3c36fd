"""A field is filled without one that it needs beside it."""

from policykb.check.rules.fields import absent
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB133", Severity.ERROR, requires=("PKB112",))
def rule(entry: Entry) -> Findings:
    """Beside a filled field stand those that its type says it ``requires``, or gaps for them."""
    for field, other in entry.model.companions:
        if not entry.text(field) or entry.specs[other].required:
            continue
        if absent(entry, other):
            help = f"add “:{other}:” with {entry.specs[other].value.accepted}; "
            help += f"if no source tells, “:gap: {other} — why it is not known”"
            yield rule.on_value(
                entry, field, f"{entry.name} has {field}, but no {other}", help=help
            )
