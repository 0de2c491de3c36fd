"""A text cut into words and quantities, for the reading of free text.

A quantity keeps all that belongs to it: "20 million yen" holds no 20, and "10-20%" no 20%.
Spellings of the same are the same: "20 percent" and 20%, "ten" and 10, ¥5 and "5 yen", "FY2025" and
"fiscal 2025".
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from policykb.lazy import lazy
from policykb.values.number_words import WORDS

_SCALES = dict.fromkeys(("hundred", "百"), 2) | dict.fromkeys(("thousand", "k", "千"), 3)
_SCALES |= dict.fromkeys(("million", "mn", "m"), 6) | dict.fromkeys(("billion", "bn", "b"), 9)
_SCALES |= {"trillion": 12, "tn": 12, "万": 4, "億": 8, "兆": 12}
_MONEY = {
    "¥": "JPY",
    "円": "JPY",
    "yen": "JPY",
    "jpy": "JPY",
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "ドル": "USD",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "₩": "KRW",
    "krw": "KRW",
    "won": "KRW",
    "chf": "CHF",
    "franc": "CHF",
    "francs": "CHF",
    "nok": "NOK",
    "krone": "NOK",
    "kroner": "NOK",
    "dkk": "DKK",
    "sek": "SEK",
    "krona": "SEK",
    "kronor": "SEK",
    "cny": "CNY",
    "rmb": "CNY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "元": "CNY",
    "inr": "INR",
    "rs": "INR",
    "rs.": "INR",
    "rupee": "INR",
    "rupees": "INR",
    "a$": "AUD",
    "aud": "AUD",
    "c$": "CAD",
    "cad": "CAD",
    "hk$": "HKD",
    "hkd": "HKD",
    "nt$": "TWD",
    "twd": "TWD",
    "s$": "SGD",
    "sgd": "SGD",
    "nz$": "NZD",
    "nzd": "NZD",
}
_OF_COUNTRY = {
    ("canadian", "USD"): "CAD",
    ("australian", "USD"): "AUD",
    ("singapore", "USD"): "SGD",
    ("kong", "USD"): "HKD",
    ("taiwan", "USD"): "TWD",
    ("taiwanese", "USD"): "TWD",
    ("zealand", "USD"): "NZD",
    ("danish", "NOK"): "DKK",
}
"""What a currency's word is with a country's adjective before it, where not what it is alone."""
_OWN = frozenset(
    (
        *(("us", "USD"), ("american", "USD"), ("japanese", "JPY"), ("british", "GBP")),
        *(("sterling", "GBP"), ("korean", "KRW"), ("swiss", "CHF"), ("norwegian", "NOK")),
        *(("swedish", "SEK"), ("chinese", "CNY"), ("indian", "INR")),
    )
)
"""Adjectives that say what the word says alone."""


@cache
def _adjectives() -> frozenset[str]:
    """The last words of what countries' things are called, in small letters."""
    from policykb.values.country_names import ADJECTIVES, NAMES

    return frozenset(
        name.lower().split()[-1]
        for table in (NAMES, ADJECTIVES)
        for one in table.values()
        for name in one
    )


SCALE_WORDS = frozenset("hundred thousand million billion trillion".split())
_SCALE = r"hundred|thousand|million|billion|trillion|mn|bn|tn"
_TOKEN = lazy(
    r"(?:(?P<before>(?:us|nt|hk|nz|[acs])?\$|[€£¥₩]"
    r"|(?<![a-z])(?:usd|jpy|eur|gbp|krw|chf|nok|dkk|sek|cny|rmb|inr|aud|cad|hkd|twd|sgd|nzd|rs\.?)"
    r" ?)"
    r"|(?<![a-z\d])(?<![a-z\d]\.))"
    r"(?P<n>\d{1,3}(?:,\d{3})++(?:\.\d++)?+|\d++(?:\.\d++)?+)"
    rf"(?P<scale>(?:[ -](?:{_SCALE})\b)+|(?:mn|bn|tn|m|k|b)(?![a-z\d])|[百千万億兆]+)?"
    r"(?P<percent> ?%|[ -]?percent\b(?! points?)|[ -]per cent\b(?! points?)|パーセント)?"
    r"(?![\w.]*\d)(?=(?:mg|kg|g|ml|l|km|cm|mm|kw|mw|gw)\b|[^a-z]|$)"
    r"|(?P<word>[a-z]*\d(?:(?!円|ドル|元)[\w.])*|円|ドル|[^\W\d_]+?(?=円|ドル|\b|\d)(?:-[a-z]*\d\w*)?|[$€£¥₩%])"
)
_RANGE_AFTER = lazy(r" ?(?:-|~|〜|から) ?[$€£¥]?\d|/\d| (?:to|through|or) [$€£¥]?\d")
_RANGE_BEFORE = lazy(r"\d%?(?: ?(?:-|~|〜|から) ?| (?:to|through|or) )[$€£¥]?$|\d/$")
"""What makes of a number one end of a range."""
_FISCAL = re.compile(r"fy ?(\d{4})$").match


class Token(NamedTuple):
    """A word, a quantity or the name of a currency; ``range`` is one end of a range."""

    kind: str
    key: str
    at: int
    end: int


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and quantities of a normalised text in small letters, in order."""
    found: list[Token] = []
    for match in _TOKEN().finditer(text):
        if match["n"] is not None:
            _add_quantity(text, match, found)
        else:
            _add_word(text, match["word"], match.start(), match.end(), found)
    return tuple(found)


def _add_quantity(text: str, match: re.Match[str], found: list[Token]) -> None:
    at, end = match.span()
    before = text[max(0, at - 12) : at]
    if _RANGE_AFTER().match(text, end) or _RANGE_BEFORE().search(before):
        found.append(Token("range", text[at:end], at, end))
        return
    amount = Decimal(match["n"].replace(",", ""))
    scale = match["scale"] or ""
    for word in scale if scale > "\u2e80" else scale.replace("-", " ").split():
        amount = amount.scaleb(_SCALES[word])
    if before[-1:] == "-" and not before[-2:-1].isalnum():
        amount = -amount
    _add_amount(amount, bool(match["percent"]), at, end, found)
    if match["before"]:
        sign = match["before"].strip()
        found.append(Token("money", _MONEY.get(sign, sign), at, end))


def _add_amount(amount: Decimal, percent: bool, at: int, end: int, found: list[Token]) -> None:
    found.append(Token("number", f"{amount.normalize():f}", at, end))
    if percent:
        found[-1] = Token("number", found[-1].key + "%", at, end)
        found.append(Token("word", "%", end, end))


def _money(word: str, before: Token | None, found: list[Token]) -> str:
    """The currency of a word, by the country's adjective before it: "Canadian dollars"."""
    alone = _MONEY[word]
    if before is None or before.kind != "word":
        return alone
    if (before.key, alone) in _OWN:
        found.pop()
        if alone == "KRW" and found and found[-1].key in ("north", "south"):
            return f"other {word}" if found.pop().key == "north" else alone
        return alone
    if (before.key, alone) in _OF_COUNTRY:
        return _OF_COUNTRY[before.key, alone]
    return f"other {word}" if before.key in _adjectives() else alone


def _add_word(text: str, word: str, at: int, end: int, found: list[Token]) -> None:
    last = found[-1] if found else None
    joined = last is not None and text[last.end : at] in (" ", "-")
    if word in _MONEY:
        found.append(Token("money", _money(word, last if joined else None, found), at, end))
    elif word in WORDS:
        amount = Decimal(WORDS[word])
        if joined and last is not None and last.kind == "number" and last.key in _TENS:
            amount += Decimal(found.pop().key)
        _add_amount(amount, False, at, end, found)
    elif (
        joined and last is not None and last.kind == "number" and word in _SCALES and len(word) > 1
    ):
        found.pop()
        _add_amount(Decimal(last.key).scaleb(_SCALES[word]), False, last.at, end, found)
    elif word in ("percent", "%") or (word == "cent" and last is not None and last.key == "per"):
        if word == "cent":
            found.pop()
            last = found[-1] if found else None
        if last is not None and last.kind == "number" and "%" not in last.key:
            found.pop()
            _add_amount(Decimal(last.key), True, last.at, end, found)
        else:
            found.append(Token("word", "%", at, end))
    elif fiscal := _FISCAL(word):
        found.append(Token("word", "fiscal", at, at + 2))
        kind = "range" if _RANGE_AFTER().match(text, end) else "number"
        found.append(Token(kind, fiscal[1], at + 2, end))
    elif word in ("fy", "financial") or (
        word == "year" and last is not None and last.key == "fiscal"
    ):
        if word != "year":
            found.append(Token("word", "fiscal", at, end))
    else:
        found.append(Token("word", word, at, end))


_TENS = frozenset(str(ten) for ten in range(20, 100, 10))
