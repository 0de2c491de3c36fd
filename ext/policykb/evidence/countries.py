"""Countries in a quotation: by name or adjective, and standing with the record's own name."""

from __future__ import annotations

import re
from functools import lru_cache

from policykb.evidence.lazy import lazy
from policykb.evidence.names import NameIndex, whole
from policykb.values.country_names import ADJECTIVES, NAMES

_WORLD = ("world", "World", "worldwide", "global", "globally", "Global", "Worldwide")
_ADJECTIVAL = frozenset(("US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UAE"))
_ELSEWHERE = (
    "South America",
    "South American",
    "Latin America",
    "Latin American",
    "North America",
    "North American",
    "Central America",
    "Central American",
    "New Mexico",
    "Indian Ocean",
    "Northern Ireland",
    "New England",
    "South China Sea",
    "Sea of Japan",
)
_MAKER = (
    r"(?:company|firm|group|corporation|conglomerate|start-?up|venture|multinational|business|giant"
    r"|specialist|(?:drug)?maker|manufacturer|developer|producer|wholesaler|distributor|supplier"
    r"|provider|biotech|pharma|ministry|agency|regulator|association|institute|university"
    r"|organi[sz]ation|government)"
)
_MAKERS = (
    r"(?:companies|firms|groups|corporations|conglomerates|start-?ups|ventures|multinationals"
    r"|businesses|giants|specialists|(?:drug)?makers|manufacturers|developers|producers"
    r"|wholesalers|distributors|suppliers|providers|biotechs|ministries|agencies|associations"
    r"|institutes|universities|organi[sz]ations)"
)
_LIGHT = (
    r"(?!(?:of|in|on|at|to|for|by|with|from|via|through|and|or|as|that|which|where|when|who|is|was"
    r"|are|were|has|have|had|will|its|their|than|but|not|the|a|an)\b)[a-z][\w-]*"
)
_KIND = rf"(?:{_LIGHT} ){{0,4}}?{_MAKER} "
_NAME = r"[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*)*"
_KINDS = rf"(?:{_LIGHT} ){{0,4}}?{_MAKERS} (?:{_NAME}(?:, | and |, and | & ))*"
_BEFORE_NAME = lazy(rf"(?:{_KIND}|{_KINDS})?(?:the )?")
_SEAT = lazy(
    r"(?:,? (?:which is |is )?(?:based|headquartered|located) in | in | of | from )"
    r"(?:the |[A-Z]\w+, )?"
)
_ADJUNCT = lazy(
    r"\b(?:by|with|to|for|from|via|through|of|under|at|against|partner|and its)(?: the)? $"
)
_IS = lazy(rf"(?: is|,)(?: an?| the| one of(?: the)?)? (?:{_LIGHT} ){{0,2}}?")
_IS_KIND = lazy(rf" (?:{_LIGHT} ){{0,4}}?(?:{_MAKER}|{_MAKERS})\b")
_EXCEPT = lazy(
    r"(?:\bnon-|\b(?:outside|outside of|except|except in|excluding|other than|beyond)(?: the)? )$"
)
_OBJECT = lazy(r"\b(?:on|against|to|towards?)(?: the)? $")


def names_place(text: str, code: str, names: NameIndex, field: str) -> bool:
    """Whether a text (folded as names are) names a country as a place; what stands within a known
    name, or is set apart ("outside Japan"), does not. What is laid *on* a country does not show
    whose jurisdiction it is."""
    for at, end, word in _occurrences(text, code):
        before = text[max(0, at - 24) : at]
        if _EXCEPT().search(before) or (field == "jurisdiction" and _OBJECT().search(before)):
            continue
        if not any(_around(text, other, at, end) for other in names.longer(word)):
            return True
    return False


def names_home(text: str, code: str, names: NameIndex, record: str) -> bool:
    """Whether a text says that a record's holder of the name is of a country: by an adjective or
    possessive that stands with its name, a seat, or an apposition."""
    places = _occurrences(text, code)
    if not places:
        return False
    for start, stop in names.occurrences(text, record):
        for at, end, word in places:
            if end <= start and _leads(text, at, end, word, start):
                return True
            if stop <= at and _follows(text, start, stop, at, end, word):
                return True
    return False


def _leads(text: str, at: int, end: int, word: str, start: int) -> bool:
    """As "Taiwan's Mycenax", "Japanese firms Sawai and Nichi-Iko", "US-based Amgen"."""
    if text[max(0, at - 1) : at] == "-":
        return False
    between = text[end:start]
    if _adjectival(word) and between.startswith(" "):
        rest = between[1:]
    elif between.startswith(("'s ", "' ")):
        rest = between[between.index(" ") + 1 :]
    elif between.startswith("-based "):
        rest = between[7:]
    else:
        return False
    return len(rest) < 1000 and _BEFORE_NAME().fullmatch(rest) is not None


def _follows(text: str, start: int, stop: int, at: int, end: int, word: str) -> bool:
    """As "Lonza in Switzerland", "Eisai based in Japan", "Amgen, an American company"."""
    between, after = text[stop:at], text[end:]
    noun = not _adjectival(word) or word in _ADJECTIVAL
    if noun and between == " (" and after[:1] in (")", ",", ";"):
        return True
    if noun and _SEAT().fullmatch(between) and not after.startswith(("'", "-")):
        capital = re.match(r" [A-Z]", after) is not None
        loose = " in " in between[:4] and _ADJUNCT().search(text[:start]) is not None
        return not capital and not loose and not re.match(r" market", after)
    if _IS().fullmatch(between):
        if after.startswith("'s"):
            after = after[2:]
        elif not _adjectival(word):
            return False
        return _IS_KIND().match(after) is not None
    return False


def _adjectival(word: str) -> bool:
    return word in _ADJECTIVAL or word in _adjectives()


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    return frozenset(word for words in ADJECTIVES.values() for word in words)


@lru_cache(maxsize=512)
def _words(code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words for a country, each with longer ones of other places that contain it."""
    if code == "WORLD":
        return tuple((word, ()) for word in _WORLD)
    own = (*NAMES[code], *ADJECTIVES[code])
    others = [
        other
        for key in NAMES
        if key != code
        for other in (*NAMES[key], *ADJECTIVES[key])
        if other not in own
    ]
    return tuple(
        (
            word,
            tuple(
                other
                for other in (*others, *_ELSEWHERE)
                if len(other) > len(word) and word in other
            ),
        )
        for word in own
        if word != "European"
    )


def _occurrences(text: str, code: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for word, longer in _words(code):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if whole(text, at, end) and not any(_around(text, other, at, end) for other in longer):
                found.append((at, end, word))
            at = text.find(word, end)
    return found


def _around(text: str, other: str, at: int, end: int) -> bool:
    """Whether a longer name stands around ``text[at:end]``."""
    start = text.find(other, max(0, end - len(other)))
    while 0 <= start <= at:
        if start + len(other) >= end and whole(text, start, start + len(other)):
            return True
        start = text.find(other, start + 1)
    return False
