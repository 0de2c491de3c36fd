"""What rules on characters share: a page that is full of them has a few findings, not thousands."""

import re
from collections.abc import Callable

from policykb.check.rules.rule import Diagnostic, Findings, Page, Place, Rule, edit, safe

MOST = 20
"""Findings of a rule on one page; the last one is of all that are left."""


def removals(
    rule: Rule, page: Page, pattern: re.Pattern[str], says: Callable[[str], str]
) -> Findings:
    """A finding for each match of a pattern, whose fix takes it out of the page."""
    for count, match in enumerate(pattern.finditer(page.text), start=1):
        if count == MOST:
            yield _rest(rule, page, pattern, match, says(match[0]))
            return
        yield rule.at(
            Place(page, *match.span()),
            says(match[0]),
            help="remove it",
            fix=safe(edit(page, *match.span(), "")),
        )


def _rest(
    rule: Rule, page: Page, pattern: re.Pattern[str], first: re.Match[str], said: str
) -> Diagnostic:
    ends = [match.end() for match in pattern.finditer(page.text, first.start())]
    clean = pattern.sub("", page.text[first.start() : ends[-1]])
    return rule.at(
        Place(page, *first.span()),
        said if len(ends) == 1 else f"{said}, and {len(ends) - 1:,} more after it",
        help="remove it",
        fix=safe(edit(page, first.start(), ends[-1], clean)),
    )
