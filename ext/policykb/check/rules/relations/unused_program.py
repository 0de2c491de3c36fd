"""No record uses a program."""

from policykb.check.rules.rule import Entry, Findings, Known, Links, Severity, finds


@finds("PKB207", Severity.NOTE, requires=("PKB110",))
def rule(links: Links, known: Known) -> Findings:
    """A program that funds nothing here may be a hole in the records, unless it is still planned.
    While a venture's own link is missing or wrong, that is the hole, and nothing is said of
    programs; nor of one that is named where a fault hides what is said of it."""
    if not all(_in_order(known, entry) for entry in links.entries if entry.type == "jv"):
        return
    for entry in links.entries:
        is_used = links.incoming.get(entry.id) or entry.links.get("recipients")
        if entry.type != "program" or is_used:
            continue
        if known.status(entry.id) != "planned" and entry.id not in links.unread:
            said = f"no record names {entry.name} as its program"
            help = "if the sources say whom it funds, name it in funded_by there, or them in its "
            help += "recipients"
            yield rule.on_record(entry, said, help=help)


def _in_order(known: Known, entry: Entry) -> bool:
    targets = entry.links.get("funded_by", ())
    for target in targets:
        found = known.by_id.get(target)
        if found is None or found.type != "program":
            return "funded_by" in entry.gaps
    return bool(targets) or "funded_by" in entry.gaps
