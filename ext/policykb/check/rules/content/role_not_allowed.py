"""A page uses a role that content may not use."""

from policykb.check.rules.content.directive_not_allowed import may_be_allowed
from policykb.check.rules.rule import Diagnostic, Findings, Known, Rule, Severity, inlines
from policykb.markdown.allowed import ROLES
from policykb.markdown.page import Page, Place, RawRecord


def check(page: Page, known: Known) -> Findings:
    """Roles name records, pages and terms; those that evaluate or embed are refused."""
    more = known.settings.allow_roles
    for item, record in inlines(page, "role"):
        if item.name not in ROLES and item.name not in more:
            end = item.start + len(item.name) + 2
            yield _refused(page, item.name, item.start, end, record)


def _refused(page: Page, name: str, start: int, end: int, record: RawRecord | None) -> Diagnostic:
    return RULE.at(
        Place(page, start, end),
        f"pages here may not use the role {{{name}}}",
        record=record,
        help="a reference to a record is {need}`ID`; otherwise write plain Markdown"
        + may_be_allowed("allow_roles", name),
    )


RULE = Rule("PKB702", "role-not-allowed", Severity.ERROR, check, where="more than references")
