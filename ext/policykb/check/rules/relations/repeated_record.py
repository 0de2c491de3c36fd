"""A link names the same record twice."""

from policykb.check.rules.rule import Entry, Findings, Rule, Severity, edit, safe


def check(entry: Entry) -> Findings:
    """Each record is named once in a link."""
    for field, ids in entry.links.items():
        if len(ids) == len(set(ids)):
            continue
        index = next(at for at, target in enumerate(ids) if target in ids[:at])
        option = entry.raw.options[field]
        yield RULE.on_item(
            entry,
            field,
            index,
            f"{entry.name} names {ids[index]} twice in {field}",
            help="name it once",
            fix=safe(edit(entry.page, option.at, option.end, ", ".join(dict.fromkeys(ids)))),
        )


RULE = Rule(
    "PKB209",
    "repeated-record",
    Severity.WARNING,
    check,
    requires=("PKB201", "PKB204"),
    where="links",
)
