"""Links for which standing in the quotation is not enough.

"US tariffs" names the United States but does not say who issued anything; "products like X" with
a company's name nearby does not say who holds X. For these the name must stand in a position that
says so; where none does, the record says ``:shows:`` or ``:inferred:``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policykb.evidence.lazy import lazy

_VERB = lazy(
    r"(?:,? (?:which|that|who))?,? (?:(?:also|already|now|then|today|has|have|had|will|would|is"
    r"|was|are|were|recently|formally|officially|jointly|again|first|last week|this week) ?)*"
    r"(?P<verb>[a-z-]*)"
)
_VERBS = frozenset(
    "announces issues publishes adopts decides establishes sets launches introduces proposes signs "
    "releases enacts unveils plans intends aims seeks wants requires orders imposes amends "
    "suggests compiles promotes supports develops drafts prepares runs presents says means "
    "expects offers "
    "set put gave made drew wrote brought took began chose cut sent laid laid-out said "
    "plan intend aim seek want require propose issue publish adopt decide launch order support and "
    "or under in on at for to as with by from of through during after before while".split()
)
_AUXILIARY = lazy(r" (?:has|have|had|will|would|is|was|are|were)\b")
_OBJECT = lazy(
    r"\b(?:on|to|in|with|against|for|into|towards?|at|including|than|between|like|over)(?: the)? $"
)
_DEALT_WITH = lazy(r"\b(?:with|against|like|than|to)(?: the)? $")
_GOODS = (
    r"(?:biosimilars?|bio-similars?|products?|drugs?|generics?|brands?|vaccines?|injections?"
    r"|medicines?|therap(?:y|ies)|treatments?|antibod(?:y|ies)|biologics?|originators?"
    r"|substances?|tablets?|formulations?|candidates?|programmes?|programs?)"
)
_LIGHT = r"(?!(?:and|or|of|in|on|to|for|by|with|like|as|such|that|which|talks|said|says)\b)[\w-]+"
_HELD_AFTER = lazy(rf"(?:(?:'s|') (?:{_LIGHT} ){{0,3}}?| ){_GOODS}\b")
_FROM = lazy(
    r"(?: \([^)]*\))?,?(?: is| are| was| were)?(?: (?:made|developed|owned|held|produced"
    r"|originated|manufactured))? (?:by|from|of) (?:the )?(?:[\w-]+ ){0,3}?"
)


def _held(name: str) -> str:
    """What stands between a holder's name and the product's: "'s dengue vaccine Qdenga", or
    "'s patent for its brand Teribone"."""
    few = rf"(?:{_LIGHT} ){{0,3}}?"
    possessive = rf"(?:'s|') {few}(?:(?:for|of) its {few})?"
    return rf"(?:{possessive}| (?:{_GOODS} )?){re.escape(name)}(?!\w)"


def issues(text: str, at: int, end: int) -> bool:
    """Whether the name at ``[at, end)`` stands as one who issues: as a subject, a possessor, or
    behind *by*; not as an attribute ("US tariffs"), nor as an object ("tariffs on Japan")."""
    before, after = text[:at], text[end:]
    if after.startswith(("'s ", "' ")):
        return True
    if _OBJECT().search(before) and not before.endswith("ccording to "):
        return False
    after = re.sub(r"^ \([^)]*\)", "", after)
    if not after.startswith(" "):
        return not after.startswith("-")
    if _AUXILIARY().match(after):
        return True
    match = _VERB().match(after)
    verb = match["verb"] if match else ""
    return verb in _VERBS or verb.endswith("ed")


def employs(text: str, at: int, end: int) -> bool:
    """Whether the name at ``[at, end)`` may be that of somebody's organisation: not what somebody
    deals *with*."""
    return _DEALT_WITH().search(text[:at]) is None


def holds(text: str, at: int, end: int, own: Sequence[str]) -> bool:
    """Whether the name at ``[at, end)`` stands as the holder of a product whose names are ``own``:
    "Takeda's vaccine Qdenga", "Qdenga from Takeda", "Amgen biosimilars", "Qdenga (Takeda)"."""
    after = text[end:]
    if _HELD_AFTER().match(after):
        return True
    before = text[:at]
    for name in own:
        if re.match(_held(name), after):
            return True
        found = before.rfind(name)
        if found >= 0 and (found == 0 or not before[found - 1].isalnum()):
            between = before[found + len(name) :]
            if _FROM().fullmatch(between) or (between == " (" and after.startswith(")")):
                return True
    goods = re.search(rf"\b{_GOODS}\b(?P<between>[^.;]*)$", before)
    return goods is not None and _FROM().fullmatch(goods["between"]) is not None
