"""A policy is in force, though one that is in force itself puts an end to it."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds

FIELDS = ("repeals", "replaces")
IN_FORCE = "in-force"


@finds("PKB210", Severity.WARNING, where="links")
def rule(entry: Entry, known: Known) -> Findings:
    """What a policy in force repeals or replaces is no longer in force."""
    if entry.value("status") != IN_FORCE:
        return
    for field in FIELDS:
        for index, ident in enumerate(entry.links.get(field, ())):
            if ident != entry.id and known.status(ident) == IN_FORCE:
                yield rule.on_item(
                    entry,
                    field,
                    index,
                    f"{entry.name} {field} {ident}, but both are in force",
                    help="look whether either status is out of date; an act that takes away a part "
                    "of another amends it",
                    related=(known.where(ident, f"{ident} is {IN_FORCE}", "status"),),
                )
