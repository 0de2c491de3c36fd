"""A page uses a role that content may not use."""

from policykb.check.rules.content.directive_not_allowed import may_be_allowed
from policykb.check.rules.rule import Findings, Known, Page, Place, Severity, finds, inlines
from policykb.markdown.allowed import ROLES


@finds("PKB702", Severity.ERROR, where="more than references")
def rule(page: Page, known: Known) -> Findings:
    """Roles name records, pages and terms; those that evaluate or embed are refused."""
    more = known.settings.allow_roles
    for item, record in inlines(page, "role"):
        if item.name not in ROLES and item.name not in more:
            yield rule.at(
                Place(page, item.start, item.start + len(item.name) + 2),
                f"pages here may not use the role {{{item.name}}}",
                record=record,
                help="a reference to a record is {need}`ID`; otherwise write plain Markdown"
                + may_be_allowed("allow_roles", item.name),
            )
