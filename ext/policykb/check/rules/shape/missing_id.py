"""A record has no id."""

from policykb.check.rules.fields import absent
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB110", Severity.ERROR, shakes=True)
def rule(entry: Entry) -> Findings:
    """Every record carries its lasting identifier."""
    if not entry.id and absent(entry, "id"):
        help = f"add “:id: {entry.model.prefix}…” as the first option; "
        help += "capital letters, digits and _ may follow the prefix"
        yield rule.on_absent(entry, "id", f"{entry.name} has no id", help=help)
