"""A page holds two versions that git could not merge."""

from policykb.check.rules.rule import Findings, Page, Rule, Severity


def check(page: Page) -> Findings:
    """Nothing else is said of such a page: which of the two versions holds is not known."""
    said = "git left two versions of the text here; the page is not read"
    help = "keep what is right of both, and remove the lines <<<<<<<, ======= and >>>>>>>"
    return RULE.on_faults(page, "conflict", said, help)


RULE = Rule("PKB129", "merge-conflict", Severity.ERROR, check, where="faults")
