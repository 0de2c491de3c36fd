"""Whose country it is: a country's word that stands with a record's own name.

"Taiwan's Mycenax", "Japanese firms Sawai and Nichi-Iko", "Amgen, an American company". What breaks
the link shows nothing: "Amgen, the Japanese government said", "Amgen is a Japanese firm's partner",
"not a Japanese company".
"""

from __future__ import annotations

from policykb.evidence.countries import Place, places
from policykb.evidence.firms import (
    ANY,
    ANY_IN_APPOSITION,
    HEADS,
    JAPANESE_KIND,
    LARGE,
    LIGHT,
    SEVERAL,
)
from policykb.evidence.names import NameIndex, near
from policykb.text.lazy import lazy

_LONGEST = 400
"""How far a country's word may stand from the name: lists of firms are long, not longer."""

_KINDS = (
    "company firm group corporation conglomerate start-up startup venture multinational business "
    "giant major player heavyweight specialist drugmaker maker manufacturer developer producer "
    "wholesaler distributor supplier provider partner biotech biopharma biotechnology pharma CDMO "
    "CMO CRO ministry agency regulator association institute university organization organisation "
    "government pair duo trio"
).split()
_ONE = rf"(?:[a-z]+-)?(?:{'|'.join(_KINDS)}|trading house)"
_MANY = (
    r"(?:[a-z]+-)?(?:companies|businesses|agencies|ministries|universities|trading houses|"
    + "|".join(f"{kind}s" for kind in _KINDS if kind[-1] not in "ys")
    + ")"
)
_NAME = r"[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*)*"
_LIST = rf"(?:{_NAME}(?:, | and |, and | & ))*"
_SUCH = r"(?:,? (?:such as|like|including|of) |, | )"
_ADJECTIVE_LEADS = lazy(
    rf"(?:(?:{LIGHT} ){{0,4}}?{_ONE}(?:(?P<aside>, )| )\"?"
    rf"|(?:{LIGHT} ){{0,4}}?(?:{_MANY}|pair|duo|trio){_SUCH}{_LIST})?(?:the )?"
)
_ANY_LEADS = lazy(
    rf"(?:{ANY}|{LARGE})(?:(?P<aside>, )| )\"?(?:the )?"
    rf"|{SEVERAL},? (?:such as|including) {_LIST}(?:the )?"
)
_SETTING = lazy(
    r"\b(?i:in|at|under|after|on|during|since|despite|through|within|before|following|given|as"
    r"|without|because of)(?: the| an?)? (?:[A-Z]\w+ )?$"
)
"""What stands before a country's word that begins no name's description: "under US rules"."""
_POSSESSIVE_LEADS = lazy(
    rf"(?:(?:{LIGHT} ){{0,4}}?{_ONE}(?: by [a-z]+)?,? \"?"
    rf"|(?:{LIGHT} ){{0,4}}?{_MANY}{_SUCH}{_LIST})?"
)
_BASED_LEADS = lazy(
    rf"(?:(?:{LIGHT} ){{0,4}}?{_ONE},? |{ANY} |(?:{LIGHT} ){{0,4}}?{_MANY}{_SUCH})?{_LIST}(?:the )?"
)
_NOUN_LEADS = lazy(
    r"(?:company|firm|group|corporation|conglomerate|start-?up|giant|drugmaker|biotech|CDMO|CMO"
    r"|CRO) "
)
_DENIED = lazy(
    r"\b(?i:not|no|never|non|former|formerly|ex|if|unless|which|whether)[ -](?:an? |the )?$"
)
_PART = lazy(
    r"'s? (?:rivals?|partners?)\b| (?:unit|trial|trials|sales|arm|subsidiary|business|market"
    r"|operations|branch|office|plant)\b"
)
"""What makes of the name behind a country's word a part of the firm."""
_RELATIVE = lazy(
    r" (?!(?:has|have|had|is|was|are|were|will)\b)[a-z]+(?: with| from| to)?(?: last \w+)?"
    r"(?: (?:is|was|are|were|has|have|will)\b| last \w+$)"
)
"""A clause that the name is the subject of: "the Japanese firm Amgen works with is"."""
_FIRM = (
    r"(?:,? (?:Pharmaceuticals?|Pharma|Company|Corporation|Corp\.?|Co\.,?|Inc\.?|Ltd\.?|Limited|plc"
    r"|AG|SA|SE|KK|LLC|Holdings|Group|GmbH|ASA?|A/S|AB|Oyj?|SpA|S\.p\.A\.|BV|NV)){0,4}"
)
_TOWN = r"(?:(?!US,|UK,|EU,)[A-Z][\w'-]*(?: [A-Z][\w'-]*)?, ){0,2}"
_IN_BRACKETS = lazy(rf"{_FIRM} [(\[](?:[A-Z][a-z]+: )?{_TOWN}")
_BRACKET_ENDS = lazy(r"[)\]](?! is (?:an?|the) (?:unit|subsidiary|branch|arm) of)|;")
_SEAT = lazy(
    rf"{_FIRM}(?: \([^)]{{0,40}}\))?(?:,? (?:which is |is )?(?:based|headquartered|located) in "
    rf"| in | of | from )(?:the )?{_TOWN}(?:the )?"
)
_SEAT_BROKEN = lazy(
    r"['-]| [A-Z]|,? (?:its )?(?:[a-z]+ )?market|, its | as well as\b"
    r"| is (?:an?|the) (?:unit|subsidiary|branch|arm) of\b"
)
_ADJUNCT = lazy(
    r"\b(?:by|with|to|for|from|via|through|of|under|at|against|partner|and its)(?: the)? $"
)
_ASIDE = lazy(rf"{_FIRM}, {_TOWN}(?:the )?")
_ASIDE_ENDS = lazy(r"$|[.;)]|, [a-z]| (?:over|for|on|at|said|says)\b")
_IS = lazy(rf"{_FIRM}(?: \([^)]{{0,40}}\))?(?:,| is)(?: an?| the)? (?:{LIGHT} ){{0,2}}?")
_IS_ONE_OF = lazy(
    rf"{_FIRM}(?: \([^)]{{0,40}}\))?(?:,| is) one of(?: the)? (?:{LIGHT} ){{0,2}}?"
    rf"|(?:,? and {_NAME}|, {_NAME}){{1,6}}, (?:both|all) "
)
_BROKEN = r"(?!['-]| [A-Z]|,? (?:said|says|told|added)\b| (?:and|or)\b)"
_KIND = lazy(rf"(?:-based|-headquartered)? (?:{LIGHT} ){{0,4}}?{_ONE}\b{_BROKEN}")
_DEALER = lazy(
    r" (?:[a-z-]+ ){0,4}?(?:suppliers?|distributors?|partners?|providers?"
    r"|rivals?|critics?|competitors?|customers?|clients?|ally|allies|opponents?|lenders?|investors?"
    r"|importers?|creditors?|neighbou?rs?)\b"
)
"""Firms that a country may have without being their home: "Japan's supplier"."""
_KINDS_OF = lazy(rf" (?:(?:{LIGHT} ){{0,4}}?{_MANY}|{SEVERAL})\b(?!'| [A-Z])")
_FIRM_IN = lazy(
    rf"{_FIRM}(?:,| is) an? (?:{LIGHT} ){{0,4}}?{_ONE}(?: (?:based|headquartered|located))?"
    rf" (?:in|from) (?:the )?{_TOWN}|{_FIRM}(?:,| is) the {HEADS} in (?:the )?{_TOWN}"
)
_APPOSED = lazy(
    rf"{ANY_IN_APPOSITION}(?:$|[,.;)]|(?: based| headquartered)? (?:that|which|who|whose|in|with|of"
    r"|for|to|owned|run)\b)"
)
_APPOSED_ALONE = lazy(
    rf"{ANY_IN_APPOSITION}(?:$|[.;)]|,(?! (?:and|or|the)\b| [A-Z])| (?:that|which|who)\b)"
)
"""The same without *a*, where a list might go on: "Amgen, the Japanese ministry, and"."""
_JAPANESE_LEADS = lazy(rf"の|の?{JAPANESE_KIND}(?:の|、|・)?[「『]?")
_ABBREVIATED = {"US": "米", "GB": "英", "DE": "独", "FR": "仏", "IT": "伊", "AU": "豪"}
_SHORT_LEADS = lazy(
    rf"(?<![^\W\d_a-zA-Z\u3041-\u3096])([米英独仏伊豪])(?:{JAPANESE_KIND}の?)?[「『]?$"
)
"""As 米アムジェン."""
_JAPANESE_IN_BRACKETS = lazy(r" ?\((?:本社 ?[::] ?)?")


def names_home(text: str, low: int, high: int, code: str, names: NameIndex, record: str) -> bool:
    """Whether ``text[low:high]`` says that a record's holder of the name is of a country."""
    found = [one for one in places(text, code) if low <= one.at and one.end <= high]
    short = _ABBREVIATED.get(code, "\0")
    if (not found and short not in text) or code == "WORLD":
        return False
    for start, stop in names.occurrences(text, record):
        if start < low or stop > high:
            continue
        if short in text:
            leads = _SHORT_LEADS().search(text[max(low, start - 20) : start])
            if leads and leads[1] == short and not _PART().match(text[stop : stop + 60]):
                return True
        for place in near(found, start - 2 * _LONGEST, stop + _LONGEST):
            if place.end <= start <= place.end + _LONGEST and _leads(text, place, start, stop):
                return True
            if stop <= place.at <= stop + _LONGEST and _follows(text, start, stop, place):
                return True
    return False


def _leads(text: str, place: Place, start: int, stop: int) -> bool:
    """As "Taiwan's Mycenax", "Japanese firms Sawai and Nichi-Iko", "US-based Amgen"."""
    before, between, after = (
        text[max(0, place.at - 24) : place.at],
        text[place.end : start],
        text[stop : stop + 60],
    )
    if before.endswith("-") or _DENIED().search(before) or _PART().match(after):
        return False
    if between > "\u2e80" and _JAPANESE_LEADS().fullmatch(between):
        return True
    if _RELATIVE().match(after):
        return False
    if place.adjectival and between.startswith(" "):
        match = _ADJECTIVE_LEADS().fullmatch(between[1:])
        if match:
            return match["aside"] is None or after[:1] in (",", ".", "")
        return _any_leads(before, between[1:], after)
    if between.startswith(("'s ", "' ")):
        rest = between[between.index(" ") :]
        if _DEALER().match(rest):
            return False
        if _POSSESSIVE_LEADS().fullmatch(rest[1:]):
            return True
        return _any_leads(before, rest[1:], after)
    for based in ("-based ", "-headquartered "):
        if between.startswith(based):
            return _BASED_LEADS().fullmatch(between[len(based) :]) is not None
    return place.noun and _NOUN_LEADS().fullmatch(between[1:]) is not None


def _any_leads(before: str, between: str, after: str) -> bool:
    """As "Norwegian utility Statkraft", "Spain's state-owned Renfe"; not "under US rules Amgen"."""
    match = None if _SETTING().search(before) else _ANY_LEADS().fullmatch(between)
    return match is not None and (match["aside"] is None or after[:1] in (",", ".", ""))


def _follows(text: str, start: int, stop: int, place: Place) -> bool:
    """As "Lonza in Switzerland", "Eisai (Japan)", "Amgen, an American company"."""
    between, after = text[stop : place.at], text[place.end : place.end + 120]
    if place.noun:
        if _IN_BRACKETS().fullmatch(between) or _JAPANESE_IN_BRACKETS().fullmatch(between):
            return _BRACKET_ENDS().match(after) is not None
        if _SEAT().fullmatch(between) and not _SEAT_BROKEN().match(after):
            loose = between.startswith(" in ") and _ADJUNCT().search(
                text[max(0, start - 24) : start]
            )
            return not loose
        if _FIRM_IN().fullmatch(between):
            return not _SEAT_BROKEN().match(after)
        if _ASIDE().fullmatch(between) and _ASIDE_ENDS().match(after):
            return True
    possessive = after.startswith("'s")
    if not (possessive or place.adjectival or after.startswith(("-based", "-headquartered"))):
        return False
    rest = after[2:] if possessive else after
    if possessive and _DEALER().match(rest):
        return False
    if _IS_ONE_OF().fullmatch(between):
        return _KINDS_OF().match(rest) is not None
    if not _IS().fullmatch(between):
        return False
    apposed = _APPOSED if {"a", "an"}.intersection(between.split()) else _APPOSED_ALONE
    return bool(_KIND().match(rest) or apposed().match(rest))
