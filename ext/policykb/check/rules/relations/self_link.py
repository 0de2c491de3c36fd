"""A record links to itself."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds


@finds("PKB205", Severity.ERROR, requires=("PKB202",), where="links")
def rule(entry: Entry) -> Findings:
    """No link leads back to its own record."""
    for field, ids in entry.links.items():
        if entry.id and entry.id in ids:
            said = f"{entry.id} names itself in {field}"
            help = "name the other record, or remove it"
            yield rule.on_item(entry, field, ids.index(entry.id), said, help=help)
