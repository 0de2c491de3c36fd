"""A comment to policykb cannot be followed."""

from policykb.check.quiet import Kept
from policykb.check.rules.rule import Findings, Place, Severity, finds


@finds("PKB904", Severity.ERROR)
def rule(kept: Kept) -> Findings:
    """A comment names the codes it ignores, none of which guards the site, and says why."""
    for one in kept.suppressions:
        if one.reads:
            continue
        if not one.codes:
            message = "this comment to policykb cannot be read"
        elif one.refused:
            message = f"{', '.join(one.refused)} cannot be ignored by a page"
        else:
            message = f"no reason is given for ignoring {', '.join(one.codes)}"
        help = "write “% policykb: ignore[PKB604] ” and the reason"
        if one.refused:
            help = "fix the page, or ask for a setting of the base"
        yield rule.at(Place(one.page, one.start, one.end), message, record=one.record, help=help)
