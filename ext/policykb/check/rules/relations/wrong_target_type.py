"""A link names a record of a type that the link does not lead to."""

from policykb.check.rules.rule import Entry, Findings, Known, Other, Severity, a, finds
from policykb.model import TYPES


@finds("PKB202", Severity.ERROR, requires=("PKB114", "PKB201"), where="links")
def rule(entry: Entry, known: Known) -> Findings:
    """Every target must be of a type that the model allows for the link."""
    for field, ids in entry.links.items():
        targets = entry.specs[field].targets
        if "any" in targets:
            continue
        for index, target in enumerate(ids):
            found = known.by_id.get(target)
            if found is None or found.type in targets or _mistyped(found, targets):
                continue
            wanted = " or ".join(TYPES[name].label.lower() for name in targets)
            said = f"{target} (“{found.title}”) is {a(TYPES[found.type].label.lower())}"
            said = f"{entry.name}: {field} must name {a(wanted)}, but {said}"
            help = f"name {a(wanted)} here, or move {target} to another field"
            yield rule.on_item(entry, field, index, said, help=help)


def _mistyped(found: Other, targets: tuple[str, ...]) -> bool:
    """Whether a record has the id of one of the types wanted: its own type is then the mistake."""
    return any(found.id.startswith(TYPES[name].prefix) for name in targets)
