"""The base has fewer records of a type than the settings ask for."""

from policykb.check.rules.rule import Diagnostic, Findings, Known, Rule, Severity
from policykb.model import TYPES


def check(known: Known) -> Findings:
    """A loss that nobody noticed shows in the count."""
    wanted = known.settings.minimum
    if not wanted:
        return
    for name, least in wanted.items():
        if name not in TYPES:
            yield _finding(known, name, f"the settings count “{name}”, which is no type of record")
        elif (count := known.count(name)) < least:
            model = TYPES[name]
            many = (model.label if count == 1 else model.plural).lower()
            yield _finding(
                known,
                name,
                f"the base has {count} {many}, fewer than the {least} that the settings ask for",
            )


def _finding(known: Known, name: str, message: str) -> Diagnostic:
    return RULE.in_settings(
        known.root,
        "minimum",
        message,
        help=f"find out what became of them, or set the minimum for {name} anew",
    )


RULE = Rule("PKB902", "too-few-records-of-a-type", Severity.ERROR, check)
