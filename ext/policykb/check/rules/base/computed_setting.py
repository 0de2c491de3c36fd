"""conf.py computes a setting that tells how pages are read."""

from policykb.base.conf import PREFIX
from policykb.check.rules.rule import Findings, Known, Severity, finds


@finds("PKB906", Severity.NOTE)
def rule(known: Known) -> Findings:
    """conf.py is read, never run: what it computes is known in a build only."""
    for name, (line, column) in known.conf.computed.items():
        if name.startswith(PREFIX) or name == "exclude_patterns":
            said = f"{name} is computed, so that pages are checked as if it were not set"
            help = "write its value out; until then only a build tells how pages are read"
            yield rule.on_file(known.conf.path, said, line, column, len(name), help=help)
