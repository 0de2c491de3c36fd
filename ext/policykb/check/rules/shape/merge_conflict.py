"""A page holds two versions that git could not merge."""

from policykb.check.rules.rule import Findings, Page, Severity, finds


@finds("PKB129", Severity.ERROR, where="faults")
def rule(page: Page) -> Findings:
    """Nothing else is said of such a page: which of the two versions holds is not known."""
    said = "git left two versions of the text here; the page is not read"
    help = "keep what is right of both, and remove the lines <<<<<<<, ======= and >>>>>>>"
    return rule.on_faults(page, "conflict", said, help)
