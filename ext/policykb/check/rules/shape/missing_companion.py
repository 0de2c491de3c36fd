"""A field is filled without one that it needs beside it."""

from policykb.check.rules.fields import absent
from policykb.check.rules.rule import Entry, Findings, Rule, Severity


def check(entry: Entry) -> Findings:
    """Beside a filled field stand those that its type says it ``requires``, or gaps for them."""
    for field, other in entry.model.companions:
        if not entry.text(field) or entry.specs[other].required:
            continue
        if absent(entry, other):
            help = f"add “:{other}:” with {entry.specs[other].value.accepted}; "
            help += f"if no source tells, “:gap: {other} — why it is not known”"
            yield RULE.on_value(
                entry, field, f"{entry.name} has {field}, but no {other}", help=help
            )


RULE = Rule("PKB133", "missing-companion", Severity.ERROR, check, requires=("PKB112",))
