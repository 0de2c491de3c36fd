"""A link names the same record twice."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds, rewrite
from policykb.check.rules.shape.bad_value import all_of


@finds("PKB209", Severity.WARNING, requires=("PKB201", "PKB204"), where="links")
def rule(entry: Entry) -> Findings:
    """Each record is named once in a link."""
    for field, ids in entry.links.items():
        if len(ids) == len(set(ids)):
            continue
        index = next(at for at, target in enumerate(ids) if target in ids[:at])
        yield rule.on_item(
            entry,
            field,
            index,
            f"{entry.name} names {ids[index]} twice in {field}",
            help="name it once",
            fix=rewrite(entry.page, all_of(entry, field), ", ".join(dict.fromkeys(ids)), sure=True),
        )
