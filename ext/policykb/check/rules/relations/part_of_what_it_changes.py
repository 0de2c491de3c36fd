"""A policy is part of one that it changes or ends."""

from policykb.check.rules.rule import Entry, Findings, Rule, Severity

CHANGES = ("amends", "replaces", "repeals")


def check(entry: Entry) -> Findings:
    """An act is no part of what it amends, replaces or repeals."""
    for ident in entry.links.get("part_of", ()):
        fields = [field for field in CHANGES if ident in entry.links.get(field, ())]
        if fields:
            at = entry.links[fields[0]].index(ident)
            said = f"{entry.name} {fields[0]} {ident} and is part of it"
            help = "keep the one of the two that the source says"
            yield RULE.on_item(entry, fields[0], at, said, help=help)


RULE = Rule("PKB211", "part-of-what-it-changes", Severity.ERROR, check, where="links")
