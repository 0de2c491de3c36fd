"""An id begins with another type's prefix."""

from dataclasses import replace

from policykb.check.rules.rule import Entry, Findings, Severity, a, finds
from policykb.model import TYPES


@finds("PKB112", Severity.ERROR, requires=("PKB113",))
def rule(entry: Entry) -> Findings:
    """The prefix tells readers of a link what it leads to."""
    prefix = entry.model.prefix
    if not entry.id or "id" in entry.bad or entry.id.startswith(prefix):
        return
    head, _, rest = entry.id.partition("_")
    other = next((model for model in TYPES.values() if head + "_" == model.prefix), None)
    label = entry.model.label.lower()
    found = rule.on_value(
        entry,
        "id",
        f"{entry.id} is the id of {a(label)}, whose ids begin with {prefix}"
        + (f"; {head}_ is for {other.plural.lower()}" if other else ""),
        help=f"write {prefix}{rest}"
        + (f", or make the record {a(other.label.lower())}: {{{other.name}}}" if other else ""),
    )
    if other and set(entry.unknown) & other.specs.keys():
        # Its fields too are the other type's: what else is wrong with them follows.
        found = replace(found, field=None, shakes=True)
    yield found
