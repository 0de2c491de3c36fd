"""All numbers of a text as prose writes them: the one reader of numbers.

A number keeps all that belongs to it: sign, scale, %, currency. What states no plain number (a
range, a ratio, a fraction, a code, a label as in "phase 3") is a numeral without an amount: it
shows nothing, and nothing is cut off from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from math import prod
from operator import itemgetter
from string import ascii_letters

from policykb.text import money
from policykb.text.language import members
from policykb.text.number_words import (
    KANJI_DIGITS,
    LONGEST,
    Grammar,
    grammar,
    kanji_amount,
    spelled,
)

_LESS = frozenset("-▲△▼")
_JOINED = frozenset(f"{ascii_letters}_-")
_BEFORE_COUNT = frozenset("約全計各総僅他")
_LONGEST_JOIN = 24
_APART = frozenset(("ordinal", "code", "tolerance"))
"""Kinds of which none is the end of a range."""
_BEFORE = 90


@dataclass(frozen=True, slots=True)
class Numeral:
    """A statement of size in a text; ``at`` and ``to`` enclose it.

    ``amount`` is None if it states no plain number. ``kind`` is empty, ``%``, ``points``,
    ``times``, ``ordinal``, or, for other numerals, ``range``, ``label``, ``code``, ``one`` (of a
    set, or nobody), ``tolerance``, ``other``; ``money`` the code of its currency.
    """

    amount: Decimal | None
    kind: str
    money: str | None
    at: int
    to: int
    ends: tuple[Numeral, Numeral] | None = None
    """Of a range from one number to another, both."""
    sum: Decimal | None = None
    """What it is as a sum of money, where its scale is one only in sums ("6m" of "$5m-6m")."""


@lru_cache(maxsize=2048)
def quantities(text: str, language: str = "") -> tuple[Numeral, ...]:
    """The single numerals of a normalized text, in order; the ends of a range each by itself. None
    in a language whose numbers are not known."""
    words = grammar(members(language))
    if words is None:
        return ()
    places = [
        (match.start(), read, match)
        for name, read in (("run", _in_digits), ("spelled", _in_words))
        for match in words.pattern(name).finditer(text)
    ]
    found: list[Numeral] = []
    for at, read, match in sorted(places, key=itemgetter(0)):
        one = read(text, match, words) if not found or found[-1].to <= at else None
        if one is not None:
            last = found[-1] if found and one.kind == "code" else None
            if last and last.to > one.at and text[last.at].isalpha():  # "nine" of "nine-11"
                found.pop()
            found.append(one)
    return tuple(found)


@lru_cache(maxsize=2048)
def stated(text: str, language: str = "") -> tuple[Numeral, ...]:
    """The numerals of a normalized text, each range as one."""
    return tuple(joined(text, quantities(text, language), language))


@lru_cache(maxsize=1024)
def spans(text: str, language: str = "") -> tuple[tuple[int, int], ...]:
    """The spans of the numbers in a normalized text, each with all that must not be cut off."""
    return tuple(
        (one.at, one.to)
        for one in stated(text, language)
        if one.kind != "code" and one.to - one.at > 1
    )


# One number in digits


def _in_digits(text: str, match: re.Match[str], words: Grammar) -> Numeral | None:
    """The numeral that a match of ``run`` begins; None for Japanese characters that are no
    numeral."""
    if not match[0][-1].isdecimal():
        return _in_kanji(text, match, words)
    at, end = match.span()
    lettered = text[at - 1 : at] in _JOINED and not money.before(text, at)[0]
    code = words.search("code_before", text, max(0, at - LONGEST), at) if lettered else None
    if code:
        return _code(text, code.start(), end, words)
    if fraction := words.match("fraction", text, at):
        return _fraction(fraction)
    amount = None if text.startswith("分の", max(0, at - 2)) else _plain(match[0], words)
    if tail := words.match("kanji_tail", text, end):
        amount = kanji_amount(match[0] + tail[0]) if amount is not None else None
        return _counted(text, at, tail.end(), amount, words)
    if words.match("tenths", text, end):
        return _counted(text, at, end, amount, words)
    return _scaled_or_attached(text, at, end, amount, words)


def _code(text: str, at: int, end: int, words: Grammar) -> Numeral:
    rest = words.match("rest", text, end)
    return Numeral(None, "code", None, at, rest.end() if rest else end)


def _scaled_or_attached(
    text: str, at: int, end: int, amount: Decimal | None, words: Grammar
) -> Numeral:
    follows = text[end : end + 1]
    scale = words.match("scale", text, end) if follows in " -" or follows.isalpha() else None
    if scale is not None:
        meters = scale[0] == " m" and not (
            money.before(text, at)[0] or money.after(text, at, scale.end())[0]
        )
        sums_only = scale["sum"] is not None and not meters
        amount = amount if meters else _scaled(amount, scale, words)
        return _complete(text, at, scale.end(), amount, words, needs_money=sums_only)
    attached = words.match("attached", text, end) if follows.isalpha() or follows in "_°" else None
    if attached is None or attached["unit"]:
        return _complete(text, at, attached.end() if attached else end, amount, words)
    if attached.lastgroup in ("ordinal", "times"):
        return Numeral(amount, attached.lastgroup, None, at, attached.end())
    return _code(text, at, end, words)


def _in_kanji(text: str, match: re.Match[str], words: Grammar) -> Numeral | None:
    at, end = match.span()
    amount = kanji_amount(match[0])
    before = text[at - 1 : at]
    counter = words.match("counter", text, end)
    bound = not before or not "\u3400" <= before <= "\u9fff" or before in _BEFORE_COUNT
    if counter and bound and amount is not None and not (amount == 1 and counter[0] in "人つ種"):
        return _counted(text, at, end, amount, words)
    if bound and text[end : end + 1] == "の" and amount is not None and amount > 10:
        return _complete(text, at, end, amount, words)
    if len(match[0]) > 1 and not KANJI_DIGITS.keys() >= set(match[0]):
        return _complete(text, at, end, None, words)
    return None


def _counted(text: str, at: int, end: int, amount: Decimal | None, words: Grammar) -> Numeral:
    """A numeral in Japanese, 割 (tenths) read as ten hundredths, 9割5分 as 95%."""
    tenths = words.match("tenths", text, end)
    if tenths is None:
        return _complete(text, at, end, amount, words)
    found = _complete(text, at, tenths.end(), amount, words)
    if found.amount is None or found.kind:
        return Numeral(None, "other", None, found.at, found.to)
    hundredths = found.amount * 10 + int(tenths["hundredths"] or 0)
    return Numeral(hundredths, "%", None, found.at, found.to)


def _fraction(match: re.Match[str]) -> Numeral:
    """2分の1 as 50%. A fraction that is not a whole number of hundredths states no plain number."""
    whole, part = int(match["whole"]), int(match["part"])
    plain = 1 < whole and part < whole and part * 100 % whole == 0
    amount = Decimal(part * 100 // whole) if plain else None
    return Numeral(amount, "%" if plain else "other", None, *match.span())


def _plain(digits: str, words: Grammar) -> Decimal | None:
    """The number of digits with their separators; None for a code, a time, a ratio."""
    digits = digits.replace(f"{words.separators.group} ", words.separators.group)
    if len(digits) > LONGEST or not words.fullmatch("plain", digits):
        return None
    whole, _, part = digits.partition(words.separators.decimal)
    return Decimal("".join(filter(str.isdecimal, whole)) + (f".{part}" if part else ""))


def _scaled(amount: Decimal | None, scale: re.Match[str], words: Grammar) -> Decimal | None:
    if amount is None:
        return None
    if scale["half"] or scale["only"]:
        amount += Decimal("0.5")
    said = scale["words"] or scale["short"] or scale["letter"] or scale["sum"] or ""
    return amount * prod(words.powers(said))


# One number in words


def _in_words(text: str, match: re.Match[str], words: Grammar) -> Numeral:
    """The numeral of a match of ``spelled``."""
    at, end = match.span()
    part = None if match["group"] else words.match("denominator", text, end)
    if part:
        return Numeral(None, "other", None, at, part.end())
    found = _complete(text, at, end, spelled(match, words), words)
    word = match[0].lower()
    if word == "both":
        loose = words.match("both", text, end) is not None
        return Numeral(None if loose else found.amount, "one" if loose else "", None, at, end)
    if word == "one" and found.amount == 1 and not found.kind and not found.money:
        before = text[max(0, at - 9) : at]
        if words.search("loose", before) or not words.match("counts", text, end):
            return Numeral(None, "one", None, at, end)
    return found


# What belongs to a number on both sides


def _complete(
    text: str,
    number: int,
    at: int,
    amount: Decimal | None,
    words: Grammar,
    *,
    needs_money: bool = False,
) -> Numeral:
    """The numeral around the digits or words at ``text[number:at]``: with sign and currency before
    them, %, currency and what makes it none after them. ``needs_money``: it has a scale that is
    one only in sums ($5 m)."""
    kind, to = _after(text, at, words)
    code, to = money.after(text, number, to) if kind == "" else (None, to)
    start = _sign(text, number, words)
    before, begin = money.before(text, start)
    if before:
        start = _sign(text, begin, words)
    code = before or code
    signs = (text[start:begin] + text[begin:number]).lower()
    if signs.startswith(words.tolerances):
        return Numeral(None, "tolerance", code, start, to)
    if signs and (signs[0] in _LESS or signs.startswith(words.minus) or "-" in signs):
        amount = None if amount is None else -amount
    if kind in ("", "times", "other") and code is None and _is_label(text, start, to, words):
        ordinal = text[start - 1 : start] == "第"
        return Numeral(None, "ordinal" if ordinal else "label", None, start, to)
    bare = kind == "" and code is None
    if needs_money and code is None and kind == "":
        return Numeral(None, "other", None, start, to, sum=amount)
    if (
        kind == "other"
        or (needs_money and code is None)
        or words.match("code_after", text, to)
        or (bare and text[start - 1 : start] + text[to : to + 1] in ("()", "[]"))
    ):
        return Numeral(None, "other", code, start, to)
    if bare and words.fullmatch("place", text, number, to + 2):
        return Numeral(None, "ordinal", None, start, to)
    return Numeral(amount, kind, code, start, to)


def _after(text: str, at: int, words: Grammar) -> tuple[str, int]:
    """The kind that what follows a number gives it, and where that ends."""
    kind, to = "", at
    for name in ("percent", "tail"):
        if match := words.match(name, text, to):
            kind, to = match.lastgroup or "", match.end()
            kind = {"percent": "%", "points": kind, "times": kind}.get(kind, "other")
    return kind, to


def _is_label(text: str, start: int, to: int, words: Grammar) -> bool:
    return bool(
        words.search("label", text, max(0, start - 24), start)
        or words.fullmatch("padded", text, start, to)
        or words.match("label_after", text, to)
    )


def _sign(text: str, at: int, words: Grammar) -> int:
    found = words.search("sign", text, max(0, at - 16), at)
    return at if found is None else found.start()


# Ranges and lists


def joined(text: str, found: Sequence[Numeral], language: str = "") -> list[Numeral]:
    """Numerals with the ends of each range as one, and those that only a later one completes (5 and
    7 million) without an amount."""
    words = grammar(members(language))
    out: list[Numeral] = []
    if words is None:
        return out
    for one in found:
        last = out[-1] if out else None
        reach = 1 if one.kind == "tolerance" else _LONGEST_JOIN
        if last is None or not 0 <= one.at - last.to <= reach:
            out.append(one)
        elif one.kind == "tolerance":
            out[-1] = Numeral(last.amount, last.kind, last.money or one.money, last.at, one.to)
        elif gap := _joint(text, last, one, words):
            last, one = _as_sum(last, one.money), _as_sum(one, last.money)
            spans = gap["apart"] is None and {last.kind, one.kind} <= {"", "%"}
            ends = (last, one) if spans else None
            out[-1] = Numeral(None, "range", one.money or last.money, last.at, one.to, ends)
        else:
            if one.amount is not None and words.fullmatch("listed", text, last.to, one.at):
                _leave_open(text, out, one, words)
            out.append(one)
    return out


def _as_sum(one: Numeral, money: str | None) -> Numeral:
    """One end of a range whose other end is a sum."""
    if money is None or one.sum is None:
        return one
    return replace(one, amount=one.sum, kind="", money=money)


def _leave_open(text: str, out: list[Numeral], one: Numeral, words: Grammar) -> None:
    """Takes the amount of those before one in a list that it alone gives a scale or %."""
    follows = one if one.kind == "%" or is_scaled(text, one, words) else None
    for index in range(len(out) - 1, max(-1, len(out) - 6), -1):
        before = out[index]
        if follows is None or not words.fullmatch("listed", text, before.to, follows.at):
            return
        if before.amount is None or before.kind or before.money or is_scaled(text, before, words):
            return
        out[index] = follows = Numeral(None, "other", None, before.at, before.to)


def is_scaled(text: str, one: Numeral, words: Grammar) -> bool:
    """Whether a numeral has a scale: "5 million"."""
    return words.search("scaled", text, one.at, one.to) is not None


def _joint(text: str, last: Numeral, one: Numeral, words: Grammar) -> re.Match[str] | None:
    """What makes one of two numbers, between them; ``apart`` where they are not the ends of all
    between them, but the one or the other, a ratio or a product."""
    gap = words.fullmatch("join", text, last.to, one.at)
    return gap if gap and _belong(text, last, one, gap, words) else None


def _belong(text: str, last: Numeral, one: Numeral, gap: re.Match[str], words: Grammar) -> bool:
    if not _APART.isdisjoint((last.kind, one.kind)):
        return False
    if last.kind == "other" and text[last.to - 1] in "年月日":  # 17日から19日 are two
        return False
    if (one.kind != "%" and last.kind == "%") or (one.kind == "%" and last.money):
        return False
    before = text[max(0, last.at - _BEFORE) : last.at]
    if gap[0] in "、・":
        return text[last.at : last.to].isdigit()
    if gap["and"]:
        return words.search("between", before) is not None
    if gap["ratio"]:
        return not (last.money or one.money) and (len(gap[0]) > 4 or _less(last, one))
    if gap[0].endswith("から") and words.match("changed", text, one.to):
        return False
    if gap["to"] and words.search("step", before) and _is_step(last, one):
        return False  # "by 12 to 5": a change and what it came to
    changes = gap["to"] is not None and words.search("start", before) is not None
    if changes and (not _less(last, one) or words.search("change", before)):
        return False  # a change from the one to the other states both
    # Years in words are dates.
    return len(gap[0]) < 4 or words.fullmatch("year", text, last.at, last.to) is None


def _is_step(last: Numeral, one: Numeral) -> bool:
    return not _less(last, one) or (last.kind == "points" and one.kind == "%")


def _less(last: Numeral, one: Numeral) -> bool:
    return last.amount is not None and one.amount is not None and last.amount < one.amount
