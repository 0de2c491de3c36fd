"""No build can begin with conf.py."""

from policykb.check.rules.rule import Findings, Known, Severity, finds


@finds("PKB907", Severity.ERROR)
def rule(known: Known) -> Findings:
    """Python can read conf.py and come to its end, as every build does, as far as that can be told
    without running it."""
    if known.conf.fault is not None:
        line, column, said, help = known.conf.fault
        yield rule.on_file(known.conf.path, said, line, column, 1, help=help)
