"""Where a person belongs: the organisation that the text gives with the person's name.

"Anna Lind of Takeda met Amgen" names two organisations and one affiliation. So the person is named,
and between the two names stands an office, or *of*, *at*, *with* or the like, and nothing that the
person does.
"""

from __future__ import annotations

from collections.abc import Sequence

from policykb.evidence.names import near
from policykb.lazy import lazy

_NEAR = 160
_REACH = 400
"""How far names are looked for, behind and before (which counts from where they begin)."""
_OFFICE = (
    r"(?:chief|CEO|CFO|CTO|COO|CMO|CSO|president|chair(?:man|woman|person)?|director|manager|officer"
    r"|head|executive|founder|co-founder|minister|ministry|secretary|commissioner|spokes\w+|advis[eo]r"
    r"|counsel|consultant|scientist|professor|partner|member|leader|representative|researcher|analyst"
    r"|lead|official|ambassador|engineer|economist|governor|chancellor|board|staff|physician)"
)
_PAST = (
    r"(?!(?:left|former|formerly|ex|critic|rival|opponent|sued|met|saw|told|said|says|quit|between"
    r"|praised|visited|and|or|like|unlike|not|no|against|who|that|which|about|over|after|an?)\b)"
)
_WORD = rf"{_PAST}[\w'.-]+(?<!ed)"
_OF = r"(?:of|at|with|from|for|in|to|by|under)"
_AFTER_NAME = lazy(
    rf"(?: \([^)]{{0,60}}\))?(?:,| \[\.\.\.\]| -)?(?: who (?:is|works|serves))?"
    r"(?: (?:an?|the|its))?"
    rf" (?=(?:[^ ]+ ){{0,12}}?(?i:{_OFFICE})\b)"
    rf"(?:{_WORD},? (?:& |and (?=(?:[a-z]+ )?(?i:{_OFFICE})\b))?){{1,12}}?(?:{_OF} )?(?:the )?"
    rf"|,?(?: who (?:is|works|serves))?(?: now| currently)? (?:of|at|with|from|for) (?:the )?"
    rf"(?:{_WORD} ){{0,3}}?"
    r"|(?:,? who)? (?:joined|heads|leads|runs|chairs) (?:the )?"
    r"|,? \((?:[^)]{0,60}, )?(?:[A-Z]\w+ (?:for|of|at) )?"
    r"|, "
)
"""What stands between a person and their organisation: ", an analyst with", " of ", " ("."""
_BEFORE_NAME = lazy(
    rf"(?:'s|')?(?: \([^)]{{0,60}}\))?,?(?: \[\.\.\.\])? (?=(?:[^ ]+ ){{0,12}}?(?i:{_OFFICE})\b)"
    rf"(?:{_WORD},? (?:& |and )?){{1,12}}?"
    r"|の"
    rf"|(?:'s|')? (?:Ministry )?(?:[A-Z][\w'.-]+ )?"
    rf"|(?:'s|')?(?: {_WORD}){{0,3}},?(?: \[\.\.\.\])? (?:(?:led|headed|run|chaired) by|under) "
)
"""What stands between an organisation and its person: " general manager ", "'s CEO, "."""
_ROLE_AFTER = lazy(rf"(?:'s|')?(?: \([^)]{{0,60}}\))?(?: {_WORD}){{0,6}}? (?i:{_OFFICE})\b")
_ANOTHERS = lazy(r"'s? (?:rivals?|critics?|opponents?|competitors?|partners?|customers?)\b")
_PARTED = lazy(r"\b(?:former|formerly|ex|late)[ -](?:the )?$")
"""What unsays an office that follows: "former Amgen chief"."""
_OFFICE_OF = lazy(rf"\b(?i:{_OFFICE})s? (?:of |for |at )?(?:the )?$")


def employs(text: str, at: int, end: int, persons: Sequence[tuple[int, int]]) -> bool:
    """Whether the name at ``[at, end)`` is that of the organisation of the person named at one of
    ``persons``."""
    if _PARTED().search(text[max(0, at - 16) : at]) or _ANOTHERS().match(text, end):
        return False
    for start, stop in near(persons, at - _REACH, end + _NEAR):
        if stop <= at <= stop + _NEAR:
            between = text[stop:at]
            if between == ", ":
                after = text[end : end + _NEAR]
                if after[:1] in ("", ";", ")") or _ROLE_AFTER().match(after):
                    return True
            elif _AFTER_NAME().fullmatch(between):
                return True
        elif end <= start <= end + _NEAR:
            between = text[end:start]
            if not _BEFORE_NAME().fullmatch(between):
                continue
            if between != " " or text.startswith("Ministry", at):
                return True
            if _OFFICE_OF().search(text[max(0, at - 40) : at]):
                return True
    return False
