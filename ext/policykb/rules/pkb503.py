"""An alias is a description, not a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.pkb502 import alias_span
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ARTICLE = frozenset("the a an this that these those its their our both all such".split())
_COMMON = frozenset(
    "agency agreement alliance association authority board body bureau company companies council "
    "country delegation department deal department document event facility firm firms fund "
    "government group industry institute it joint law manufacturer manufacturers measure meeting "
    "member members ministry minister office official officials organisation organization "
    "organisations organizations parent partner partners party parties plan plant plants policy "
    "product products program programme programs project regulator scheme side source strategy "
    "subsidiary they two three four five six seven eight nine ten venture wholesaler".split()
)


def check(base: Base) -> Iterator[Diagnostic]:
    """An alias must be able to stand for the record outside its page."""
    for entry in base.entries:
        if "aliases" not in entry.raw.values:
            continue
        for alias in entry.value("aliases") or ():
            if not is_name(alias):
                yield RULE.at(
                    entry.page,
                    *alias_span(entry, alias),
                    f"{entry.name} goes by “{alias}”, which could be said of many",
                    record=entry.raw,
                    field="aliases",
                    help="remove it; where a quotation says it of this record, write "
                    f'“:shows: … = "{alias}"” in that evidence',
                )


def is_name(alias: str) -> bool:
    """Whether an alias is a name: not only common words, and not an article with words in small
    letters."""
    words = _WORD.findall(alias)
    if not words:
        return False
    lower = [word.lower() for word in words]
    if all(word in _COMMON or word in _ARTICLE or word.isdigit() for word in lower):
        return False
    return not (lower[0] in _ARTICLE and all(word.islower() for word in words[1:]))


RULE = Rule("PKB503", "alias-is-no-name", Severity.ERROR, check)
