"""conf.py is no Python."""

from policykb.check.rules.rule import Findings, Known, Rule, Severity


def check(known: Known) -> Findings:
    """Python can read conf.py, as every build does. It is compiled here and never run."""
    if known.conf.fault is not None:
        line, column, what = known.conf.fault
        said = f"this is not Python, and no build can begin: {what}"
        help = "correct this line, or one before it that is not closed"
        yield RULE.on_file(known.conf.path, said, line, column, 1, help=help)


RULE = Rule("PKB907", "broken-conf", Severity.ERROR, check)
