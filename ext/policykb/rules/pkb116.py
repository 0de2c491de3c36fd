"""An option that YAML cannot read, so that all of the block's options are lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.fixes.form import respelt_options
from policykb.rules.rule import Rule, faults

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Options are read as YAML; one that is not loses them all."""
    for page, fault in faults(base, "void-options"):
        fix = respelt_options(page, fault.start)
        found = RULE.on_fault(
            page,
            fault,
            f"this option cannot be read ({plain(fault.data)}), and with it all options of the "
            "block are lost",
            help="write “:name: value” with a space after the second colon and no tab; put "
            "quotation marks round all of a value or none of it",
            fix=fix,
        )
        if fix is not None:  # YAML notices a missing colon only in the line after it
            at = fix.edits[0]
            found = replace(
                found, line=at.line, col=at.col, end_line=at.end_line, end_col=at.end_col
            )
        yield found


def plain(problem: str) -> str:
    """A YAML reader's complaint in plain words."""
    for sign, words in SAYS.items():
        if sign in problem:
            return words
    return problem.rstrip(".")


SAYS = {
    "tab": "there is a tab in it",
    "\\t": "there is a tab in it",
    "expected": "there is something behind the closing quotation mark or a colon is missing",
    "quoted scalar": "a quotation mark is not closed",
}

RULE = Rule("PKB116", "void-options", Severity.ERROR, check, shakes=True)
