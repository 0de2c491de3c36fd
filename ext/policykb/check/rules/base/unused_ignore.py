"""A comment ignores a finding that is not there."""

from policykb.check.quiet import Kept
from policykb.check.rules.rule import Findings, Known, Place, Severity, finds


@finds("PKB903", Severity.WARNING)
def rule(kept: Kept, known: Known) -> Findings:
    """What no longer keeps anything quiet is removed, before it hides the next mistake."""
    for one in kept.suppressions:
        idle = [code for code in one.codes if code not in one.used]
        if one.reads and idle:
            unknown, listed = _unknown(known, idle), ", ".join(idle)
            said = f"{listed} is not found here, so that there is nothing to ignore"
            if unknown:
                said = f"{', '.join(unknown)} is the code of no rule"
            all_idle = len(idle) == len(one.codes)
            help = "remove the comment" if all_idle else f"remove {listed} from it"
            yield rule.at(Place(one.page, one.start, one.end), said, record=one.record, help=help)


def _unknown(known: Known, codes: list[str]) -> list[str]:
    from policykb.check.rules.catalog import all_rules

    every = {rule.code for rule in all_rules(known.settings)}
    return [code for code in codes if code not in every]
