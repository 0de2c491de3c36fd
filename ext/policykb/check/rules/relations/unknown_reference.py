"""A link names a record that does not exist."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds, fix_for


@finds("PKB201", Severity.ERROR, requires=("PKB114",), where="links")
def rule(entry: Entry, known: Known) -> Findings:
    """Every id in every link must be a record's."""
    for field, ids in entry.links.items():
        if field in entry.bad:
            continue
        for index, target in enumerate(ids):
            if target in known.by_id or known.is_lost(target):
                continue
            found = known.meant(target, entry.specs[field].targets)
            says = SAYS.get(field, f"names in “{field}”")
            yield rule.on_item(
                entry,
                field,
                index,
                f"{entry.name} {says} {target}, which does not exist",
                help=found.help or f"write a record with the id {target}, or name one that exists",
                fix=fix_for(found, entry.page, entry.item_span(field, index)),
            )


SAYS = {
    "funded_by": "is funded by",
    "part_of": "is part of",
    "parties": "has as a party",
    "issued_by": "is issued by",
    "administered_by": "is administered by",
    "implements": "implements",
    "addresses": "addresses",
    "operator": "is operated by",
    "holder": "is held by",
    "led_by": "is led by",
    "raised_by": "is raised by",
    "raised_with": "is raised with",
    "about": "is about",
    "met": "met",
    "covers": "covers",
}
"""How a link reads in a sentence that begins with the record."""
