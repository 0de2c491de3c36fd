"""No build can begin with conf.py."""

from policykb.check.rules.rule import Findings, Known, Rule, Severity


def check(known: Known) -> Findings:
    """Python can read conf.py and come to its end, as every build does, as far as that can be told
    without running it."""
    if known.conf.fault is not None:
        line, column, said, help = known.conf.fault
        yield RULE.on_file(known.conf.path, said, line, column, 1, help=help)


RULE = Rule("PKB907", "broken-conf", Severity.ERROR, check)
