"""A page uses a role that content may not use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.allowed import ROLES

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import Page, RawRecord


def check(base: Base) -> Iterator[Diagnostic]:
    """Roles name records, pages and terms; those that evaluate or embed are refused."""
    allowed = ROLES.union(base.settings.allow_roles)
    for page, item, record in base.inlines["role"]:
        if item.name not in allowed:
            end = item.start + len(item.name) + 2
            yield _refused(page, item.name, item.start, end, record)


def _refused(page: Page, name: str, start: int, end: int, record: RawRecord | None) -> Diagnostic:
    return RULE.at(
        page,
        start,
        end,
        f"pages here may not use the role {{{name}}}",
        record=record,
        help="a reference to a record is {need}`ID`; otherwise write plain Markdown",
    )


RULE = Rule("PKB702", "role-not-allowed", Severity.ERROR, check)
