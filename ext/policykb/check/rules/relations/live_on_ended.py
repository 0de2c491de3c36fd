"""A live record rests on one that has ended."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds

OVER = frozenset({"ended", "suspended", "closed", "cancelled", "rejected", "withdrawn"})
GONE = OVER | {None}
FIELDS = ("funded_by", "implements", "part_of")


@finds("PKB208", Severity.NOTE)
def rule(entry: Entry, known: Known) -> Findings:
    """An active record must not depend on an ended one."""
    if entry.value("status") in GONE:
        return
    for field in FIELDS:
        for index, target in enumerate(entry.links.get(field, ())):
            status = known.status(target)
            if status in OVER:
                said = f"{target}, which it names in {field}, is {status}"
                yield rule.on_item(
                    entry,
                    field,
                    index,
                    f"{entry.name} is {entry.text('status')}, but {said}",
                    help="look whether either status is out of date",
                    related=(known.where(target, f"{target} is {status}", "status"),),
                )
