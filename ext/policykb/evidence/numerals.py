"""All numbers of a text as prose writes them, a range with both its ends as one.

What states no plain number (a range, a ratio, a fraction, a code, a label as in "phase 3") is a
numeral without an amount: it shows nothing, and nothing is cut off from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from policykb.evidence import digits, spelled
from policykb.evidence.numeral import Numeral
from policykb.lazy import lazy
from policykb.values.number_words import SCALES

_JOIN = lazy(
    r"[社人件名円%]?(?: ?[-~〜] ?|から)|[・、]| to (?:as (?:much|many|high|low) as )?|-(?:to|or)-"
    r"| or | through | up to | ?[/×*] ?| x | : | to the power |(?P<ratio> (?:out of|in) )"
    r"|(?P<and>,? and )"
)
_LIST = lazy(r", |,? (?:and|or) ")
_CHANGE = lazy(
    r"\b(?:(?:rose|ris(?:es?|ing)|fell|fall(?:s|en|ing)?|gr[eo]w(?:s|n|ing|th)?|cut(?:s|ting)?|rais"
    r"|lower|reduc|increas|decreas|declin|drop|expan|up|down|chang|went|goes|mov|jump|shr[aiu]nk"
    r"|widen|narrow|climb|slip|slid|soar|surg|plung|doubl|tripl)\w*)\b(?: \S+){0,6} from "
    r"(?:about |around |some |nearly )?$",
    re.IGNORECASE,
)
_FROM = lazy(r"\b[Ff]rom (?:about |around |some |nearly )?$")
_BETWEEN = lazy(r"\b[Bb]etween (?:about |around )?$")
_SCALE = lazy(
    rf"{'|'.join(SCALES)}|dozen|[mbt]n\b|[mb]il\b|\d ?[kmb]\b|[千万億兆]",
    re.IGNORECASE,
)
_YEAR = lazy(r"(?:1[5-9]|20|21)\d\d")
_LONGEST_JOIN = 24
_BEFORE = 90


@lru_cache(maxsize=2048)
def quantities(text: str) -> tuple[Numeral, ...]:
    """The single numerals of a normalised text, in order; the ends of a range each by itself."""
    found: list[Numeral] = []
    end = 0
    for match in digits.RUN().finditer(text):
        if match.start() >= end:
            one = digits.numeral(text, match)
            if one is not None:
                found.append(one)
                end = one.to
    spans = [(one.at, one.to) for one in found]
    index = 0
    for match in spelled.RUN().finditer(text):
        while index < len(spans) and spans[index][1] <= match.start():
            index += 1
        if index == len(spans) or match.end() <= spans[index][0]:
            found.append(spelled.numeral(text, match))
    return tuple(sorted(found, key=lambda one: one.at))


def joined(text: str, found: Sequence[Numeral], *, tight: bool = False) -> list[Numeral]:
    """Numerals with the ends of each range as one, and those that only a later one completes (5 and
    7 million) without an amount. ``tight``: only what reads as one number, no ratios in words."""
    out: list[Numeral] = []
    members = 0
    for one in found:
        members += 1
        last = out[-1] if out else None
        if last is None or not 0 <= one.at - last.to <= _LONGEST_JOIN:
            out.append(one)
            members = 1
            continue
        if _joins(text, last, one, tight):
            out[-1] = Numeral(None, "range", one.money or last.money, last.at, one.to)
            continue
        if one.amount is not None and one.to and _LIST().fullmatch(text, last.to, one.at):
            _complete(text, out, one)
        out.append(one)
    return out


def _complete(text: str, out: list[Numeral], one: Numeral) -> None:
    """Takes the amount of those before one in a list that it alone gives a scale or %."""
    if one.kind != "%" and not _scaled(text, one):
        return
    follows = one
    for index in range(len(out) - 1, max(-1, len(out) - 6), -1):
        before = out[index]
        if before.amount is None or before.kind or before.money or _scaled(text, before):
            return
        if not _LIST().fullmatch(text, before.to, follows.at):
            return
        out[index] = Numeral(None, "other", None, before.at, before.to)
        follows = before


def _scaled(text: str, one: Numeral) -> bool:
    return _SCALE().search(text, one.at, one.to) is not None


def _joins(text: str, last: Numeral, one: Numeral, tight: bool) -> bool:
    gap = _JOIN().fullmatch(text, last.to, one.at)
    kinds = (last.kind, one.kind)
    if gap is None or "ordinal" in kinds or "code" in kinds:
        return False
    before = text[max(0, last.at - _BEFORE) : last.at]
    if last.kind == "%" and one.kind != "%":
        return False
    if gap[0] in "、・" and not text[last.at : last.to].isdigit():
        return False
    if gap["and"]:
        return _BETWEEN().search(before) is not None
    if gap["ratio"]:
        return not (tight or last.money or one.money) and ("out" in gap[0] or _less(last, one))
    changes = " to " in gap[0] and _FROM().search(before) is not None
    if changes and (not _less(last, one) or _CHANGE().search(before)):
        return False  # a change from the one to the other states both
    if tight and " or " in gap[0] and (last.kind, last.money) != (one.kind, None):
        return False
    years = tight and _YEAR().fullmatch(text, last.at, last.to)
    return not years or gap[0].strip() in ("-", "~", "〜", "/")


def _less(last: Numeral, one: Numeral) -> bool:
    return last.amount is not None and one.amount is not None and last.amount < one.amount


@lru_cache(maxsize=1024)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers of a normalised text stand, each with all that must not be cut off."""
    return tuple(
        (one.at, one.to)
        for one in joined(text, quantities(text), tight=True)
        if one.kind != "code" and one.to - one.at > 1
    )
