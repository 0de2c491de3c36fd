"""A text cut into words and quantities, for the reading of free text.

A quantity keeps all that belongs to it: "20 million yen" holds no 20, and "10-20%" no 20%.
Spellings of the same are the same: "20 percent" and 20%, "ten" and 10, ¥5 and "5 yen", "FY2025" and
"fiscal 2025".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from policykb.text import money, numerals
from policykb.text.lazy import lazy
from policykb.text.numerals import Numeral


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<fiscal>(?<![a-z])(?:fy|fiscal(?:\ year)?|financial(?:\ year)?)\ ?(?P<year>\d{{4}})
            (?![\d/]|-\d))                                       # FY2025
        | [a-z]*\d(?:(?!{money.unspaced_names()})[\w.])*          # 12a, 2.5
        | [^\W\d_]+?(?={money.unspaced_names()}|[\W\d_]|$)(?:-[a-z]*\d\w*)?  # plant, il-6
        | [{money.signs()}%]""",
        re.VERBOSE,
    )


_ATTACHED = lazy(r"(?<=\d)(?!(?:k|m|b|t|mn|bn|tn|mil)$)[a-zµ°]+$")
_SKIPPED = frozenset(("code", "label", "ordinal", "one"))


class Token(NamedTuple):
    """A word, a quantity or the name of a currency; ``range`` is one end of a range."""

    kind: str
    key: str
    at: int
    end: int


@lru_cache(maxsize=1024)
def tokens(text: str, language: str = "") -> tuple[Token, ...]:
    """The words and quantities of a normalized text in small letters, in order."""
    cased = money.small_codes().sub(lambda code: "Rs" if code[0] == "rs" else code[0].upper(), text)
    found: list[Token] = []
    at = 0
    for one in numerals.stated(cased, language):
        if one.at >= at and one.kind not in _SKIPPED and _is_size(text, one):
            found.extend(_words(text, cased, at, one.at))
            found.extend(_quantity(text, cased, one))
            at = one.to
    return (*found, *_words(text, cased, at, len(text)))


def _is_size(text: str, one: Numeral) -> bool:
    """Whether a numeral is a size, or one end of a range in digits, rather than words."""
    return one.amount is not None or any(map(str.isdecimal, text[one.at : one.to]))


def _quantity(text: str, cased: str, one: Numeral) -> Iterator[Token]:
    if one.amount is None:
        yield Token("range", text[one.at : one.to], one.at, one.to)
        return
    percent = "%" * (one.kind == "%")
    yield Token("number", f"{one.amount.normalize():f}{percent}", one.at, one.to)
    if percent:
        yield Token("word", "%", one.to, one.to)
    if one.money:
        yield Token("money", one.money, one.at, one.to)
    elif unit := _ATTACHED().search(text, one.at, one.to):
        yield Token("word", unit[0], *unit.span())
    elif one.kind in ("points", "times"):
        yield from (word for word in _words(text, cased, one.at, one.to) if word.key.isalpha())


def _words(text: str, cased: str, low: int, high: int) -> Iterator[Token]:
    """The words of a part of a text; ``cased``: the same with codes of currencies in capitals."""
    while match := _word().search(text, low, high):
        at, end = match.span()
        code, currency = money.named(cased, at)
        if match["fiscal"]:
            yield Token("word", "fiscal", at, at + 2)
            yield Token("number", match["year"], end - 4, end)
        elif code and currency <= high:
            end = currency
            yield Token("money", code, at, end)
        else:
            yield Token("word", "%" if match[0] == "percent" else match[0], at, end)
        low = end
