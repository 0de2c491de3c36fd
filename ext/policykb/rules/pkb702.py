"""A page uses a role that content may not use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.allowed import ROLES
from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Roles name records, pages and terms; those that evaluate or embed are refused."""
    for page in base.pages:
        for item, record in page.inlines:
            if item.kind == "role" and item.name not in ROLES:
                yield RULE.at(
                    page,
                    item.start,
                    item.start + len(item.name) + 2,
                    f"pages here may not use the role {{{item.name}}}",
                    record=record,
                    help="a reference to a record is {need}`ID`; otherwise write plain Markdown",
                )


RULE = Rule("PKB702", "role-not-allowed", Severity.ERROR, check)
