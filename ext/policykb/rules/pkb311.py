"""The file of a source cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base

_SAYS = {
    "missing": ("does not exist", "put the document there, or correct the path"),
    "outside": ("lies outside the folder of sources", "copy the document into the folder"),
    "not-utf8": ("is not UTF-8 text", "give the document's text as UTF-8"),
    "empty": ("is empty", "put the document's text there"),
}


def check(base: Base) -> Iterator[Diagnostic]:
    """The file of every source exists within the folder of sources, and is UTF-8 text."""
    for ident, source in base.evidence.sources.items():
        if source.problem is None:
            continue
        entry = base.by_id[ident]
        says, help = _SAYS[source.problem]
        quoting = len(base.evidence.quoting(ident))
        rest = f"; {quoting} quotations rest on it" if quoting else ""
        path = f"{base.settings.seeds}/{entry.text('file')}"
        yield RULE.on_value(entry, "file", f"{ident}: {path} {says}{rest}", help=help)


RULE = Rule("PKB311", "unreadable-source", Severity.ERROR, check)
