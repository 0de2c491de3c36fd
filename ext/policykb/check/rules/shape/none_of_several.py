"""A record has none of several fields of which it needs one."""

from policykb.check.rules.fields import absent
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB134", Severity.ERROR, requires=("PKB112",))
def rule(entry: Entry) -> Findings:
    """Of each group in its type's ``one_of`` a record has a field, or a gap for one."""
    for group in entry.model.one_of:
        if all(absent(entry, field) for field in group):
            said = f"{entry.name} has no {' or '.join(group)}"
            help = "add one of them; if no source tells, "
            help += f"“:gap: {group[0]} — why it is not known”"
            yield rule.on_record(entry, said, help=help)
