"""A joint venture names no program that funds it, and no gap says why."""

from policykb.check.rules.fields import absent
from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB203", Severity.ERROR)
def rule(entry: Entry) -> Findings:
    """Who pays for a venture is stated, or stated to be unknown."""
    if entry.type != "jv" or entry.text("funded_by"):
        return
    if absent(entry, "funded_by"):
        said = f"{entry.name} names no program that funds it"
        help = "add “:funded_by: PRG_…”; if no source names one, "
        help += "“:gap: funded_by — no source names a program”"
        yield rule.on_absent(entry, "funded_by", said, help=help)
