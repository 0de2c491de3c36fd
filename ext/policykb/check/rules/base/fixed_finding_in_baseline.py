"""The baseline lists a finding that is no longer there."""

from policykb.check.quiet import Kept
from policykb.check.rules.rule import Findings, Known, Rule, Severity


def check(kept: Kept, known: Known) -> Findings:
    """A baseline only shrinks: what has been fixed is taken out, so that it cannot come back."""
    for one in kept.stale:
        said = f"the baseline still has a finding that is fixed: {one.said}"
        help = "take it out with: policykb check --update-baseline"
        yield RULE.on_file(known.settings.baseline, said, one.line, length=20, help=help)


RULE = Rule("PKB905", "fixed-finding-in-baseline", Severity.WARNING, check)
