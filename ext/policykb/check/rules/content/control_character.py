"""A page has control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, edit, safe

if TYPE_CHECKING:
    from policykb.base.index import Base

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
MOST = 20
"""Findings on one page; a file that is no text has thousands."""


def check(base: Base) -> Iterator[Diagnostic]:
    """Text has letters, spaces, tabs and line ends."""
    for page in base.pages:
        if not page.unusual or _CONTROL.search(page.unusual) is None:
            continue
        for count, match in enumerate(_CONTROL.finditer(page.text)):
            if count == MOST:
                break
            yield RULE.at(
                page,
                *match.span(),
                f"a control character stands here (U+{ord(match[0][0]):04X})",
                help="remove it",
                fix=safe(edit(page, *match.span(), "")),
            )


RULE = Rule("PKB711", "control-character", Severity.ERROR, check)
