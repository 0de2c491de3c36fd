"""Where a person belongs: the organisation that the text gives with the person's name.

"Anna Lind of Takeda met Amgen" names two organisations and one affiliation. So the person is named,
and between the two names stands an office, or *of*, *at*, *with* or the like, and nothing that the
person does.
"""

from __future__ import annotations

from collections.abc import Sequence

from policykb.evidence.names import near
from policykb.evidence.offices import JAPANESE_OFFICE, OFFICE, PERSON, SMALL, WORD
from policykb.text.lazy import lazy

_NEAR = 160
_REACH = 400
"""How far names are looked for, behind and before (which counts from where they begin)."""
_OF = r"(?:of|at|with|from|for|in|to|by|under)"
_BECAME = (
    r" (?:is|becomes|became|has become|has been|(?:is|was|were|been|has been)(?: re-?)?"
    r"(?: (?:named|appointed|elected|made|hired|promoted|re-?appointed|re-?elected)))(?: as| to)?"
)
_AFTER_NAME = lazy(
    rf"(?: \([^)]{{0,60}}\))?(?:,| \[\.\.\.\]| -)?(?: who (?:is|works|serves))?"
    r"(?: (?:an?|the|its))?"
    rf" (?=(?:[^ ]+ ){{0,12}}?(?i:{OFFICE})\b)"
    rf"(?:{WORD},? (?:& |and (?=(?:[a-z]+ )?(?i:{OFFICE})\b))?){{1,12}}?(?:{_OF} )?(?:the )?"
    rf"|,?(?: who (?:is|works|serves))?(?: now| currently)? (?:of|at|with|from|for) (?:the )?"
    rf"(?:{WORD} ){{0,3}}?"
    r"|(?:,? who)? (?:(?:has )?joined|heads|leads|runs|chairs) (?:the )?"
    r"(?:(?:[\w-]+ ){0,2}(?:office|arm|division|business|team|department|board) of (?:the )?)?"
    rf"|(?:,? who)? (?:heads|leads|runs|manages|oversees) (?:{SMALL} ){{1,4}}at (?:the )?"
    r"|(?:,? who)?(?: has)? (?:works|serves|worked|served)(?: (?:now|currently|as an? [a-z]+))?"
    r" (?:for|at) (?:the )?"
    rf"|,(?: \d\d,)?(?: who is)?(?: an?| the)? (?:{SMALL} ){{1,4}}(?:at|with|for) (?:the )?"
    rf"|(?:, who [^,.;]{{0,60}},)?{_BECAME}(?: an?| the| its)? (?:{SMALL} ){{0,3}}?"
    rf"(?i:{OFFICE})(?: {SMALL}){{0,3}} (?:of|at|for) (?:the )?"
    rf"|{_BECAME} the board of (?:the )?"
    r"|,? ?\((?:[^)]{0,60}, )?(?:[A-Z]\w+ (?:for|of|at) )?"
)
"""What stands between a person and their organisation: ", an analyst with", " of ", " ("."""
_BEFORE_NAME = lazy(
    rf"(?:'s|')?(?: \([^)]{{0,60}}\))?,?(?: \[\.\.\.\])? (?=(?:[^ ]+ ){{0,12}}?(?i:{OFFICE})\b)"
    rf"(?:{WORD},? (?:& |and )?){{1,12}}?"
    rf"|の|(?:の)?{JAPANESE_OFFICE}(?:の|、|である|を務める)?"
    rf"|(?:'s|')?(?: [A-Z][\w-]+)?(?: {SMALL}){{0,3}}? {PERSON},? "
    rf"|(?:'s|')? (?:Ministry )?(?:[A-Z][\w'.-]+ )?"
    rf"|(?:'s|')?(?: {WORD}){{0,3}},?(?: \[\.\.\.\])? (?:(?:led|headed|run|chaired) by|under) "
)
"""What stands between an organisation and its person: " general manager ", "'s CEO, "."""
_ROLE_AFTER = lazy(
    rf"(?:'s|')?(?: \([^)]{{0,60}}\))?(?: {WORD}){{0,6}}? (?i:{OFFICE})\b"
    rf"|(?:'s|')?(?: {SMALL}){{0,3}}? {PERSON}(?=$|[,.;)]| (?:for|in|on)\b)"
)
_SET_OFF = lazy(
    r"$|[;)]|,(?! (?:and|or|but|as well|which|whose|who|with|together|along|like|not|though|while"
    r"|meanwhile|however|too|also|the|an?)\b) [a-z]"
)
"""What follows an organisation that stands between commas behind its person."""
_OFFICE_ENDS = lazy(
    r"(?: (?:and|of)(?: the)? [A-Z]\w+){0,2}(?:$|[.;)]|,(?! (?:which|or)\b)| who\b)"
)
"""What follows a minister's office behind the name; an office reads as its ministry."""
_SOME = (
    r"(?:(?:[Dd]eputy|[Aa]cting|[Nn]ew|[A-Z][a-z]+(?:ian|ish|ese|can|ch)"
    r"|(?:[A-Z]\w+ ){0,2}[A-Z]\w+'s) )?"
)
_OFFICE_STANDS = lazy(rf"(?:,(?: who is)?|{_BECAME}) (?:the |its |an? )?{_SOME}")
_HIRES = lazy(
    r"(?: today| yesterday| on [A-Z]\w+day)?(?: has| have| had)?(?: also)? "
    r"(?:re-?)?(?:appoint(?:s|ed)|named|names|hire[sd]|promote[sd]"
    r"|elect(?:s|ed)) "
)
_HIRED_AS = lazy(
    rf" as$|(?: as| to be)?(?: its| the| an?)?(?: new)?(?: {SMALL}){{0,3}}? (?i:{OFFICE})\b"
    r"(?!(?: [\w-]+){0,4} (?:of|at|for) (?:the )?[A-Z])"
)
"""What follows a person whom an organisation appoints: not an office at another."""
_NAME = r"[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,4}"
_LISTED = lazy(rf"(?:both )?{_NAME}(?:, {_NAME}){{0,3}} and (?:the )?$")
_LISTED_ENDS = lazy(r"$|[,.;)]| (?:as|who|since|in|from|for|said|says|has|have|is)\b")
_HOLDS_OFFICE = lazy(rf"\b(?:(?i:{OFFICE})|works|serves|{PERSON})\b")
_ANOTHERS = lazy(r"'s? (?:rivals?|critics?|opponents?|competitors?|partners?|customers?)\b")
_PARTED = lazy(r"\b(?:former|formerly|ex|late|[Ss]hadow|then)[ -](?:the )?$|[元前]$")
"""What unsays an office that follows: "former Amgen chief"."""
_OFFICE_OF = lazy(rf"\b(?i:{OFFICE})s? (?:of |for |at )?(?:the )?$")

_BEGINS = lazy(
    r"(?:^|[.;:,\"'] |\b(?:said|says) )(?:[Tt]he |[A-Z]\w+'s |[A-Z][a-z]+(?:ian|ish|ese) )?$"
)
"""What stands before a minister's office in "The Health Minister, Anna Lind,"."""


def employs(text: str, at: int, end: int, persons: Sequence[tuple[int, int]]) -> bool:
    """Whether the name at ``[at, end)`` is that of the organisation of the person named at one of
    ``persons``."""
    if _PARTED().search(text[max(0, at - 16) : at]) or _ANOTHERS().match(text, end):
        return False
    for start, stop in near(persons, at - _REACH, end + _NEAR):
        if stop <= at <= stop + _NEAR:
            if _follows(text, at, end, stop):
                return True
        elif end <= start <= end + _NEAR and _leads(text, at, end, start, stop):
            return True
    return False


def _follows(text: str, at: int, end: int, stop: int) -> bool:
    """As "Anna Lind of Amgen", where the person's name ends at ``stop``."""
    between, after = text[stop:at], text[end : end + _NEAR]
    ministry = "Ministry" in text[at:end]
    if ministry and _OFFICE_STANDS().fullmatch(between) and _OFFICE_ENDS().match(after):
        return True
    if between in (", ", ", the ", ", a ", ", an "):
        if between == ", " and _SET_OFF().match(after):
            return True
        return _ROLE_AFTER().match(after) is not None
    if _AFTER_NAME().fullmatch(between):
        return True
    if between.endswith(" both "):
        return _AFTER_NAME().fullmatch(between[:-5]) is not None
    others = _LISTED().search(between)
    return bool(
        others
        and _LISTED_ENDS().match(after)
        and _HOLDS_OFFICE().search(between[: others.start()])
        and _AFTER_NAME().fullmatch(between[: others.start()])
    )


def _leads(text: str, at: int, end: int, start: int, stop: int) -> bool:
    """As "Amgen's chief Anna Lind", where the person's name is at ``[start, stop)``."""
    between, after = text[end:start], text[stop : stop + _NEAR]
    if _HIRES().fullmatch(between):
        return _HIRED_AS().match(after) is not None
    ministry = "Ministry" in text[at:end]
    office = text[max(0, at - 40) : at]
    if between == ", ":
        stands = ministry and _BEGINS().search(office)
        return after[:1] in ("", ",") and bool(stands or _OFFICE_OF().search(office))
    if not _BEFORE_NAME().fullmatch(between):
        return False
    return between != " " or ministry or _OFFICE_OF().search(office) is not None
