"""The base has fewer records of a type than the settings ask for."""

from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.model import TYPES


@finds("PKB902", Severity.ERROR)
def rule(known: Known) -> Findings:
    """A loss that nobody noticed shows in the count."""
    for name, least in known.settings.minimum.items():
        said, count = "", known.count(name)
        if name not in TYPES:
            said = f"the settings count “{name}”, which is no type of record"
        elif count < least:
            many = (TYPES[name].label if count == 1 else TYPES[name].plural).lower()
            said = f"the base has {count} {many}, fewer than the {least} that the settings ask for"
        if said:
            help = f"find out what became of them, or set the minimum for {name} anew"
            yield rule.in_settings(known.root, "minimum", said, help=help)
