"""Currencies as they are written before and after numbers: signs, codes and words."""

import re
from collections.abc import Mapping
from functools import cache

from policykb.text.language import rows

_NOT_CODES = frozenset("ALL BAM COP CUP GEL MAD MOP PEN SOS TOP".split())
"""Codes that are English words or names, and are not read as currencies."""
_WORDS = re.compile(r"(?:[^\W\d_]|\.(?=[^\W\d_]\.| ))+(?:[ -](?:[^\W\d_]|\.)+){0,4}")
_LINK = re.compile(r"[ -]?(?:de |d')?")
_VERB = re.compile(
    r" (?:by|the|an?|its?|their|his|her|in|on|at|for|over|back|with|from|approval)\b"
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d$")
_LONGEST = 48


@cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes of currencies in use."""
    return frozenset(row[0] for row in rows("currencies")[1:])


@cache
def _words() -> Mapping[str, str]:
    """Every word, sign and name for a currency, names in small letters."""
    found = {
        name.replace(" ", "") if not name.isascii() and name[-1] > "\u3000" else name.lower(): row[
            0
        ]
        for row in rows("currencies")[1:]
        for cell in row[2:]
        for name in cell.split("|")
        if name
    }
    for word, code in rows("currency_words")[1:]:
        found[word] = code
    return found | {code: code for code in codes() - _NOT_CODES}


@cache
def signs() -> str:
    """The signs of currencies, such as $ and €, as the inside of a character class."""
    return "".join(word for word in _words() if len(word) == 1 and not word.isalpha())


@cache
def _sign_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])([A-Z]{{0,2}}[{signs()}]|[A-Z]{{3}}|Rs\.?) ?$")


@cache
def _sign_after() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])([A-Z]{{3}}\b)?[{signs()}](?!\d)|[A-Z]{{3}}\b")


@cache
def _cjk() -> Mapping[str, tuple[str, ...]]:
    """The words for currencies that are written without spaces, by their first character."""
    found: dict[str, list[str]] = {}
    for word in sorted(_words(), key=len, reverse=True):
        if word[0] > "\u3000":
            found.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


def before(text: str, at: int) -> tuple[str | None, int]:
    """The code of the currency written just before an offset, and its start; (None, ``at``) if
    there is none."""
    found = _sign_before().search(text[max(0, at - 6) : at]) if at else None
    if found is None:
        return None, at
    sign = found[1]
    code = _words().get(sign) or _words().get(sign[-1])
    start = max(0, at - 6) + found.start()
    if code and sign not in _words():
        start += len(sign) - 1
    return (code, start) if code else (None, at)


def after(text: str, number: int, at: int) -> tuple[str | None, int]:
    """The code of the currency written just after a number at ``text[number:at]``, and its end;
    (None, ``at``) if there is none. "2024 won by" has no currency."""
    linked = _LINK.match(text, at)
    start = linked.end() if linked else at
    first = text[start : start + 1]
    if not first or first.isdecimal():
        return None, at
    sign = _sign_after().match(text, start)
    if sign and (code := _words().get(sign[0])):
        return code, sign.end()
    if first in signs():  # of the next number: "$5m-$6m"
        return None, at
    return _named(text, number, at, start)


def _named(text: str, number: int, at: int, start: int) -> tuple[str | None, int]:
    code, end = named(text, start)
    if code is None or _is_verb(text, number, at, text[start:end].lower(), end):
        return None, at
    return code, end


def named(text: str, start: int) -> tuple[str | None, int]:
    """The code of the currency whose name begins at an offset, and where the longest such name
    ends; (None, ``start``) where none does."""
    for word in _cjk().get(text[start : start + 1], ()):
        if text.startswith(word, start):
            return _words()[word], start + len(word)
    match = _WORDS.match(text, start, start + _LONGEST)
    phrase = match[0] if match else text[start : start + 1]
    while phrase:
        word = phrase.rstrip(".")
        code = _words().get(word.lower()) or _words().get(phrase)
        if code:
            return code, start + len(word)
        phrase = phrase[: max(phrase.rfind(" "), phrase.rfind("-"), 0)]
    return None, start


def _is_verb(text: str, number: int, at: int, word: str, end: int) -> bool:
    return (
        word in ("won", "pound", "pounds", "rand")
        and not text[at - 1].isalpha()
        and (
            _VERB.match(text, end) is not None
            or _YEAR.search(text, max(number, at - 4), at) is not None
        )
    )
