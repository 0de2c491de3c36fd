"""The baseline lists a finding that is no longer there."""

from policykb.check.quiet import Kept
from policykb.check.rules.rule import Findings, Known, Severity, finds


@finds("PKB905", Severity.WARNING)
def rule(kept: Kept, known: Known) -> Findings:
    """A baseline only shrinks: what has been fixed is taken out, so that it cannot come back."""
    for one in kept.stale:
        said = f"the baseline still has a finding that is fixed: {one.said}"
        help = "take it out with: policykb check --update-baseline"
        yield rule.on_file(known.settings.baseline, said, one.line, length=20, help=help)
