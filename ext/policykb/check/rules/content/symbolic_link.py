"""A page, or a folder of pages, is a symbolic link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, faults

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every page is a file of this base. A symbolic link could show any file of the machine."""
    for page, fault in faults(base, "symlink"):
        yield RULE.on_fault(
            page,
            fault,
            f"{page.path} is a symbolic link, which is not followed",
            help="put the file itself here",
        )


RULE = Rule("PKB713", "symbolic-link", Severity.ERROR, check)
