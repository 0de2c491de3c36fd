"""A live record rests on one that has ended."""

from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Rule, Severity

OVER = frozenset({"ended", "suspended", "closed", "cancelled", "rejected", "withdrawn"})
GONE = OVER | {None}
FIELDS = ("funded_by", "implements", "part_of")


def check(entry: Entry, known: Known) -> Findings:
    """An active record must not depend on an ended one."""
    if entry.value("status") in GONE:
        return
    for field in FIELDS:
        for index, target in enumerate(entry.links.get(field, ())):
            found = known.status(target)
            if found in OVER:
                yield _finding(known, entry, field, index)


def _finding(known: Known, entry: Entry, field: str, index: int) -> Diagnostic:
    ident = entry.links[field][index]
    status = known.status(ident)
    return RULE.on_item(
        entry,
        field,
        index,
        f"{entry.name} is {entry.text('status')}, but {ident}, which it names in {field}, "
        f"is {status}",
        help="look whether either status is out of date",
        related=(known.where(ident, f"{ident} is {status}", "status"),),
    )


RULE = Rule("PKB208", "live-on-ended", Severity.NOTE, check)
