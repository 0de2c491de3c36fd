"""A file's name has characters that addresses and shells read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.content.hidden_character import HIDDEN
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.index import Base

_PLAIN = re.compile(r"[^\W_][\w.-]*(?:/[^\W_][\w.-]*)*")
_ALL_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:[/\n][A-Za-z0-9][A-Za-z0-9_.-]*)*")


def check(base: Base) -> Iterator[Diagnostic]:
    """File and folder names have letters, digits, hyphens, underscores and full stops."""
    if _ALL_PLAIN.fullmatch("\n".join([page.path for page in base.pages])):
        return
    for page in base.pages:
        if not _PLAIN.fullmatch(page.path) or HIDDEN().search(page.path):
            yield RULE.at(
                page,
                0,
                0,
                f"the file's name {page.path!r} has other characters than letters, digits, - and _",
                help="rename the file",
            )


RULE = Rule("PKB714", "file-name", Severity.ERROR, check)
