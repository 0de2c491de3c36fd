"""A page has characters that nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule, edit, safe
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base

HIDDEN = lazy(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]+"
    "|(?<![\\w\ufe0f])[\u200c\u200d]|[\u200c\u200d](?=[ -~])"
)

HIDDEN_ONE = lazy(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)


def check(base: Base) -> Iterator[Diagnostic]:
    """Direction overrides and zero-width characters make a text read otherwise than it is."""
    for page in base.pages:
        if not page.unusual or HIDDEN_ONE().search(page.unusual) is None:
            continue
        for match in HIDDEN().finditer(page.text):
            what = " and ".join(dict.fromkeys(name(char) for char in match[0]))
            yield RULE.at(
                page,
                match.start(),
                match.end(),
                f"a character stands here that nobody sees: {what}",
                help="remove it",
                fix=safe(edit(page, *match.span(), "")),
            )


def name(char: str) -> str:
    """A character's Unicode name and number."""
    return f"{unicodedata.name(char, 'no name').lower()} (U+{ord(char):04X})"


RULE = Rule("PKB709", "hidden-character", Severity.ERROR, check)
