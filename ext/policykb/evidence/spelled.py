"""Numerals in English words: twenty-five, two and a half million, half a dozen, a trio."""

from __future__ import annotations

import re
from decimal import Decimal

from policykb.evidence.numeral import Numeral, complete
from policykb.lazy import lazy
from policykb.values.number_words import GROUPS, SCALES, TENS, UNITS, WORDS

_SCALE = rf"(?:{'|'.join(SCALES)}|dozen)s?\b"
_CARDINAL = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(UNITS[1:10])}))?|{'|'.join(UNITS)})\b"
_ONE = rf"(?:{_CARDINAL}|{_SCALE})"
RUN = lazy(
    r"(?:(?<![\w-])|(?<=-to-)|(?<=-or-))(?:"
    rf"(?P<part>(?:(?P<half>half)(?:[ -]an?)?|(?:an? )?quarter(?:[ -]of)?(?:[ -]an?)?)"
    rf"[ -](?={_SCALE}|per[ -]?cent))?"
    r"(?P<vague>(?:several|a few|few|many|some|tens of|hundreds of|thousands of|a couple of"
    rf"|baker's)[ -](?={_SCALE}))?"
    rf"(?:(?P<run>(?:an?[ -](?={_SCALE}))?{_ONE}(?:[ -](?:and[ -])?{_ONE})*)"
    rf"(?P<point>[ -]point(?:[ -](?:{'|'.join(UNITS[:10])})\b)+)?"
    rf"(?P<more>[ -]and[ -]a[ -](?P<more_half>half|quarter)\b)?(?P<scale>(?:[ -]{_SCALE})*)"
    r"|(?<=half a )(?=per))"
    rf"|(?P<group>{'|'.join(GROUPS)}|(?<=a )couple(?= of))\b(?!-))",
    re.IGNORECASE,
)
"""Words that stand together as one number, and what belongs to them."""

_PART = lazy(
    r"[ -](?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?!-)", re.I
)
_LOOSE = lazy(r"\b(?:no|the|this|that|each|any|every|another|which|day|at|than|by) $", re.I)
_COUNTS = lazy(
    r"[ -](?!(?:of|or|by|to|and|another|day|that|who|has|is|can|may|must|time|hopes?|would|should"
    r"|could|needs?|wants?|expects?)\b)\w",
    re.I,
)
_BOTH_AND = lazy(r" (?:[\w.'-]+ ){1,5}and\b")
_LONGEST = 12


def numeral(text: str, match: re.Match[str]) -> Numeral:
    """The numeral that a match of `RUN` stands for."""
    at, end = match.span()
    part = None if match["group"] else _PART().match(text, end)
    if part:
        return Numeral(None, "other", None, at, part.end())
    found = complete(text, at, end, _amount(match))
    word = match[0].lower()
    if word == "both":
        loose = _BOTH_AND().match(text, end) is not None
        return Numeral(None if loose else found.amount, "one" if loose else "", None, at, end)
    if word == "one" and found.amount == 1 and not found.kind and not found.money:
        before = text[max(0, at - 9) : at]
        if _LOOSE().search(before) or not _COUNTS().match(text, end):
            return Numeral(None, "one", None, at, end)
    return found


def _amount(match: re.Match[str]) -> Decimal | None:
    """The number that words spell; None for words that spell none together ("several hundred",
    "seven eight")."""
    if match["group"]:
        return Decimal(GROUPS.get(match["group"].lower(), 2))
    part = (Decimal("0.5") if match["half"] else Decimal("0.25")) if match["part"] else None
    if match["run"] is None:
        return part
    words = re.split(r"[ -]", match["run"].lower())
    more = re.split(r"[ -]", match["scale"].lower().lstrip(" -")) if match["scale"] else []
    if match["vague"] or len(words) + len(more) > _LONGEST:
        return None
    if _is_scale(words[0]) and part is None:
        return None
    found = _sum(words[1:] if words[0] in ("a", "an") else words)
    if found is None or part is not None:
        return None if found is None or part is None else found * part
    if match["point"]:
        digits = re.split(r"[ -]", match["point"].lower().strip(" -"))[1:]
        found += Decimal("0." + "".join(str(WORDS[word]) for word in digits[:_LONGEST]))
    if match["more"]:
        if _is_scale(words[-1]):
            return None
        found += Decimal("0.5") if match["more_half"].lower() == "half" else Decimal("0.25")
    for word in more:
        found *= _power(word)
    return found


def _is_scale(word: str) -> bool:
    return word.rstrip("s") in SCALES or word.rstrip("s") == "dozen"


def _power(word: str) -> int:
    return 12 if word.startswith("dozen") else 10 ** SCALES[word.rstrip("s")]


def _sum(words: list[str]) -> Decimal | None:
    total, current, seen = 0, 0, ""
    for word in words:
        if word == "and":
            if not _is_scale(seen):
                return None
            continue
        if _is_scale(word):
            if word.rstrip("s") in ("hundred", "dozen"):
                current = (current or 1) * _power(word)
            else:
                total += (current or 1) * _power(word)
                current = 0
        elif (seen and current % 10) or (current % 100 and WORDS[word] >= 10):
            return None
        else:
            current += WORDS[word]
        seen = word
    return Decimal(total + current)
