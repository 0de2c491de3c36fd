"""A policy is part of one that it changes or ends."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds

CHANGES = ("amends", "replaces", "repeals")


@finds("PKB211", Severity.ERROR, where="links")
def rule(entry: Entry) -> Findings:
    """An act is no part of what it amends, replaces or repeals."""
    for ident in entry.links.get("part_of", ()):
        fields = [field for field in CHANGES if ident in entry.links.get(field, ())]
        if fields:
            at = entry.links[fields[0]].index(ident)
            said = f"{entry.name} {fields[0]} {ident} and is part of it"
            help = "keep the one of the two that the source says"
            yield rule.on_item(entry, fields[0], at, said, help=help)
