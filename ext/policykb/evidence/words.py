"""Free text, shown by its words."""

from __future__ import annotations

import re
from functools import lru_cache

from policykb.text.lazy import lazy
from policykb.text.normalize import is_cjk, normalise
from policykb.text.tokens import Token, tokens

_APART = " ;:()\"'"
SCALE_WORDS = frozenset("hundred thousand million billion trillion".split())
LIGHT = frozenset("a an and at by for from in of on or the to with".split())
"""Words that carry no meaning of their own."""
_ALTERS = {
    "role": frozenset("vice deputy former formerly ex assistant acting associate not".split()),
    "place": frozenset("new outside near not beyond".split()),
    "substance": frozenset("non anti unlike not without".split()),
}
"""By field, words that make another thing of the word behind them, unless the value has them."""
_ALTERED = lazy(r"-(?:free|like|less)\b")
_BASED = lazy(r"-based\b")
_YEAR = re.compile(r"(?:19|20)\d\d").fullmatch
_NUMERALS = "0123456789.,一二三四五六七八九十百千万億兆半"
_KANJI = lazy("[\u3005-\u3007\u3400-\u9fff]")
_DISTRICTS = "都道府県市区町村郡"
"""Characters that end the name of a part of a country."""
_DISTRICT = lazy("[都道府県市区町村](?![\u3005-\u3007\u3400-\u9fff])")


def shows(lower: str, value: str, field: str = "") -> bool:
    """Whether every word of a text stands in a quotation (normalised, lower case); a number with
    all that belongs to it and the word it counts."""
    wanted, plain = _wanted(value)
    if plain:
        return _stands_in_cjk(lower, plain, field)
    numeric = any(token.kind != "word" for token in wanted)
    alters = _ALTERS.get(field, frozenset()) - {token.key for token in wanted}
    if not numeric:
        whole = value.lower()
        at = lower.find(whole)
        if (
            at >= 0
            and _bounded(lower, at, at + len(whole))
            and not _altered(lower, at, whole, alters)
        ):
            return True
    found = tokens(lower)
    if not any(token.kind == "number" for token in wanted) and not all(
        _scaled(wanted, index, found, lower) for index in range(len(wanted))
    ):
        return False
    weighty = [
        index for index, token in enumerate(wanted) if token.key not in (LIGHT | SCALE_WORDS)
    ]
    return all(
        any(
            _same(wanted[index], other, field)
            and _fits(wanted, index, found, place, lower, alters, field)
            for place, other in enumerate(found)
        )
        for index in weighty or range(len(wanted))
    )


def _scaled(wanted: tuple[Token, ...], index: int, found: tuple[Token, ...], lower: str) -> bool:
    """Whether a scale word of a unit ("million yen") stands in a number before the same noun."""
    word = wanted[index].key
    if word not in SCALE_WORDS:
        return True
    behind = wanted[index + 1] if index + 1 < len(wanted) else None
    return any(
        token.kind in ("number", "range")
        and word in lower[token.at : token.end]
        and (
            behind is None
            or behind.key in LIGHT
            or (place + 1 < len(found) and _same(behind, found[place + 1], "unit"))
        )
        for place, token in enumerate(found)
    )


def _fits(
    wanted: tuple[Token, ...],
    index: int,
    found: tuple[Token, ...],
    place: int,
    lower: str,
    alters: frozenset[str],
    field: str,
) -> bool:
    """Whether one word or quantity of a quotation is meant as one of the value is: not altered by
    the word before; a number before the same noun, a year behind the same month."""
    token = found[place]
    if token.kind == "word":
        if len(token.key) < len(wanted[index].key) and not _counted(found, place):
            return False
        return not (
            (place > 0 and found[place - 1].key in alters)
            or (place > 1 and found[place - 2].key in alters and found[place - 1].key in LIGHT)
            or _ALTERED().match(lower, token.end)
            or (field == "place" and _BASED().match(lower, token.end))
        )
    if token.kind in ("range", "money"):
        return True
    behind = wanted[index + 1] if index + 1 < len(wanted) else None
    follows = found[place + 1] if place + 1 < len(found) else None
    if (
        follows is not None
        and follows.kind == "money"
        and (behind is None or behind.kind != "money")
    ):
        return False
    if _YEAR(token.key):
        before = wanted[index - 1] if index else None
        return (
            before is None
            or before.key in LIGHT
            or (place > 0 and _same(before, found[place - 1], field))
        )
    if behind is None or behind.key in LIGHT or token.key.endswith("%"):
        return True
    return follows is not None and _same(behind, follows, "unit")


def _counted(found: tuple[Token, ...], place: int) -> bool:
    """Whether a noun in the singular stands for a thing, as in "a product" or "10-year", and does
    not describe another, as in "biosimilar approvals"."""
    if place == 0 or not (found[place - 1].kind == "number" or found[place - 1].key in ("a", "an")):
        return False
    behind = found[place + 1].key if place + 1 < len(found) else ""
    return not behind.endswith("s") or behind in ("is", "was", "has")


def _same(token: Token, other: Token, field: str) -> bool:
    if token.kind != other.kind:
        return False
    if token.key == other.key:
        return True
    return field in ("unit", "period") and token.kind == "word" and _is_plural(token.key, other.key)


def _is_plural(one: str, other: str) -> bool:
    """Whether of two nouns one is the plural of the other."""
    short, long = sorted((one, other), key=len)
    if len(short) < 3:
        return False
    return long in (short + "s", short + "es", short[:-1] + "ies" if short[-1] == "y" else short)


def _altered(lower: str, at: int, whole: str, alters: frozenset[str]) -> bool:
    end = at + len(whole)
    if _ALTERED().match(lower, end) or _BASED().match(lower, end):
        return True
    if not alters:
        return False
    before = re.findall(r"[a-z]+", lower[max(0, at - 24) : at])[-2:]
    return bool(before) and (before[-1] in alters or (before[-1] in LIGHT and before[0] in alters))


def _bounded(lower: str, at: int, end: int) -> bool:
    """Whether a stretch surely begins and ends with a word of its own."""
    before, after = lower[at - 1 : at], lower[end : end + 1]
    return (not before or before in _APART) and (not after or after in _APART or after in ",.")


def _stands_in_cjk(lower: str, plain: str, field: str) -> bool:
    at = lower.find(plain)
    while at >= 0:
        end = at + len(plain)
        if _bounded_in_cjk(lower, at, end, field):
            return True
        at = lower.find(plain, at + 1)
    return False


def _bounded_in_cjk(text: str, at: int, end: int, field: str) -> bool:
    """Whether a stretch of Japanese or Chinese stands for itself: no number is cut, no place within
    another, no office raised or lowered."""
    before, after = text[at - 1 : at], text[end : end + 1]
    if before and before in _NUMERALS and text[at] in _NUMERALS:
        return False
    if after and after in _NUMERALS and text[end - 1] in _NUMERALS:
        return False
    if field == "place" and not (before and before in _NUMERALS):
        if before and _KANJI().match(before) and before not in _DISTRICTS:
            return False
        whole = text[end - 1] in _DISTRICTS or _DISTRICT().match(text, end) is not None
        return whole or not (after and _KANJI().match(after))
    return not (field == "role" and before and before in "副元前準")


@lru_cache(maxsize=4096)
def _wanted(value: str) -> tuple[tuple[Token, ...], str]:
    """The words and quantities that must stand in the quotation; or, for Chinese and Japanese and
    for what has neither, the whole text."""
    plain = normalise(value).lower()
    if any(is_cjk(char) for char in plain) and plain != "円":
        return (), plain
    found = tokens(plain)
    return found, "" if found else plain
