"""Numerals in digits (1,250, 5 000, $2.5bn, 5千億円) and in Japanese ones (五千億円)."""

from __future__ import annotations

import re
from decimal import Decimal

from policykb.evidence import japanese, money
from policykb.evidence.numeral import Numeral, complete
from policykb.lazy import lazy
from policykb.values.number_words import SCALES

RUN = lazy(
    r"(?<!\d)\d{1,3}(?:[ '’]\d{3})+(?:\.\d+)?(?![.,:/'’]?\d)|(?<![\w.])\.\d+"
    rf"|\d+(?:[.,:/'’·‧・⁄]\d+)*|[{japanese.NUMERALS}]+"
)
"""Digits with all that stands between them, or Japanese numerals."""

_PLAIN = lazy(r"(?:\d{1,3}(?:[,'’ ]\d{3})+|\d+)(?:\.\d+)?|\.\d+")
_JA = lazy(rf"(?:[{''.join((*japanese.SMALL, *japanese.LARGE))}](?:\d[\d,]*)?)++")
_SCALE = lazy(
    rf"(?P<half>[ -]and[ -]a[ -]half\b)?(?P<words>(?:[ -]?(?i:{'|'.join(SCALES)}|dozen)s?\b)+)"
    r"|(?P<only>[ -]and[ -]a[ -]half\b)|[ -]?(?P<short>(?:mn|bn|trn|tn|mil|bil)\b\.?)"
    r"|(?P<letter>[kKMBT])(?![\w'])| ?(?P<sum>[kKmMbB])(?![\w.'-])"
)
_POWERS = {
    "mn": 6,
    "mil": 6,
    "bn": 9,
    "bil": 9,
    "tn": 12,
    "trn": 12,
    "k": 3,
    "m": 6,
    "b": 9,
    "t": 12,
}
_METRES = lazy(r" m\b")
_ATTACHED = lazy(
    r"(?P<ordinal>(?:st|nd|rd|th)\b)|(?P<unit>(?:[kmnuµμ]?g|[kMGTmuµμ]?Wh?|[kcmnuµμ]?m|[kmuµμ]?[lL]"
    r"|ha|k?t|Mt|hrs?|min|GB|TB|MB|[kMG]?Hz|kcal|IU|mol|k?bp|k?Da|°C)\b)|(?P<fold>x\b)|[A-Za-z_]\w*"
)
_CODE = lazy(r"[A-Za-z_][A-Za-z0-9_]*-?$")
_COUNTER = lazy(
    r"(?:社|人|つ|名|件|円|米?ドル|ユーロ|元|[カかヶヵ]|箇|国(?![内際])|年間|品目|種|台|棟|拠点|施設|工場|機関"
    r"|団体|製品|大学|倍|割|パーセント|%)"
)
_TENTHS = lazy(r"割(?!\d?分)")
_BEFORE_COUNT = frozenset("約全計各総僅他")
_REACH = 40
"""No number and no code is longer that a source states."""


def numeral(text: str, match: re.Match[str]) -> Numeral | None:
    """The numeral that a match of `RUN` begins; None for Japanese characters that are none."""
    if not match[0][-1].isdecimal():
        return _kanji(text, match)
    at, end = match.span()
    if at and (text[at - 1].isascii() and (text[at - 1].isalpha() or text[at - 1] in "_-")):
        code = _CODE().search(text, max(0, at - _REACH), at)
        if code and code[0].lower() != "top-" and money.before(text, at)[0] is None:
            return Numeral(None, "code", None, code.start(), _end_of_word(text, end))
    amount = None if text.startswith("分の", max(0, at - 2)) else _plain(match[0])
    suffix = _JA().match(text, end)
    if suffix:
        amount = japanese.amount(match[0] + suffix[0]) if amount is not None else None
        return _counted(text, at, suffix.end(), amount)
    if _TENTHS().match(text, end):
        return _counted(text, at, end, amount)
    follows = text[end : end + 1]
    scale = _SCALE().match(text, end) if follows in " -" or follows.isalpha() else None
    if scale is not None:
        sums_only = scale["sum"] is not None
        if scale[0] == " m" and not (
            money.before(text, at)[0] or money.after(text, at, scale.end())[0]
        ):
            sums_only = False  # metres
        else:
            amount = _scaled(amount, scale)
        return complete(text, at, scale.end(), amount, needs_money=sums_only)
    attached = _ATTACHED().match(text, end) if follows.isalpha() or follows in "_°" else None
    if attached is None or attached["unit"]:
        return complete(text, at, attached.end() if attached else end, amount)
    if attached["ordinal"] or attached["fold"]:
        kind = "ordinal" if attached["ordinal"] else "times"
        return Numeral(amount, kind, None, at, attached.end())
    return Numeral(None, "code", None, at, _end_of_word(text, end))


def _kanji(text: str, match: re.Match[str]) -> Numeral | None:
    at, end = match.span()
    amount = japanese.amount(match[0])
    before = text[at - 1 : at]
    counter = _COUNTER().match(text, end)
    bound = not before or not "\u3400" <= before <= "\u9fff" or before in _BEFORE_COUNT
    if counter and bound and amount is not None and not (amount == 1 and counter[0] in "人つ種"):
        return _counted(text, at, end, amount)
    if len(match[0]) > 1 and not japanese.DIGITS.keys() >= set(match[0]):
        return complete(text, at, end, None)
    return None


def _counted(text: str, at: int, end: int, amount: Decimal | None) -> Numeral:
    """A numeral in Japanese, 割 (tenths) read as ten hundredths."""
    if not _TENTHS().match(text, end):
        return complete(text, at, end, amount)
    found = complete(text, at, end + 1, amount)
    if found.amount is None or found.kind:
        return Numeral(None, "other", None, found.at, found.to)
    return Numeral(found.amount * 10, "%", None, found.at, found.to)


def _plain(digits: str) -> Decimal | None:
    """The number of digits with their separators; None for a code, a time, a ratio."""
    if len(digits) > _REACH or not _PLAIN().fullmatch(digits):
        return None
    return Decimal("".join(char for char in digits if char.isdecimal() or char == "."))


def _scaled(amount: Decimal | None, scale: re.Match[str]) -> Decimal | None:
    if amount is None:
        return None
    if scale["half"] or scale["only"]:
        amount += Decimal("0.5")
    short = scale["short"] or scale["letter"] or scale["sum"]
    if short:
        return amount.scaleb(_POWERS[short.lower().rstrip(".")])
    for word in re.findall(r"[a-z]+", (scale["words"] or "").lower())[:8]:
        word = word.rstrip("s")
        amount = amount * 12 if word == "dozen" else amount.scaleb(SCALES[word])
    return amount


def _end_of_word(text: str, end: int) -> int:
    while end < len(text) and (
        (text[end].isascii() and (text[end].isalnum() or text[end] == "_"))
        or (
            text[end] in "-.:/"
            and text[end + 1 : end + 2].isascii()
            and text[end + 1 : end + 2].isalnum()
        )
    ):
        end += 1
    return end
