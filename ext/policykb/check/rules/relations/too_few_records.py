"""A link that needs several distinct records has too few."""

from policykb.check.rules.rule import Entry, Findings, Severity, finds

WORDS = {2: "two", 3: "three"}


@finds("PKB204", Severity.ERROR, requires=("PKB114", "PKB201"), where="links")
def rule(entry: Entry) -> Findings:
    """An alliance has at least two different parties."""
    for field, ids in entry.links.items():
        least = entry.specs[field].minimum
        if not least or len(set(ids)) >= least or field in entry.bad or _goes_on(entry, field):
            continue
        said = f"only {ids[0]}" if len(ids) == 1 else f"{ids[0]} more than once"
        needs = f"it needs {WORDS.get(least, least)} different records"
        help = f"add the other one; if the sources do not name it, leave {field} out and "
        help += f"say so in “:gap: {field} — …”"
        yield rule.on_value(
            entry, field, f"{entry.name} names {said} in {field}; {needs}", help=help
        )


def _goes_on(entry: Entry, field: str) -> bool:
    """Whether the rest of the value stands in a line of its own, which PKB115 reports."""
    block, raw = entry.raw.block, entry.raw
    behind = entry.page.text[block.body : block.body + 1]
    return (
        next(reversed(raw.values)) == field
        and behind not in ("", "\n", ":", "`", "~")
        and any(one.kind == "late-option" and one.record is raw for one in entry.page.faults)
    )
