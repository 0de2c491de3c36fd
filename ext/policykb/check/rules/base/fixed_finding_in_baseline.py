"""The baseline lists a finding that is no longer there."""

from policykb.check.quiet import Kept
from policykb.check.rules.rule import Diagnostic, Findings, Known, Rule, Severity


def check(kept: Kept, known: Known) -> Findings:
    """A baseline only shrinks: what has been fixed is taken out, so that it cannot come back."""
    for one in kept.stale:
        yield Diagnostic(
            RULE.code,
            RULE.name,
            RULE.severity,
            f"the baseline still has a finding that is fixed: {one.said}",
            known.settings.baseline,
            one.line,
            1,
            one.line,
            21,
            help="take it out with: policykb check --update-baseline",
        )


RULE = Rule("PKB905", "fixed-finding-in-baseline", Severity.WARNING, check)
