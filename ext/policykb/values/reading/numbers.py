"""The numbers that a text states: digits, words, groups, percentages, scaled amounts, money."""

import re
from decimal import Decimal
from functools import lru_cache

from policykb.text import numerals
from policykb.text.characters import compiled
from policykb.text.covered import Covered
from policykb.text.language import members
from policykb.text.number_words import Grammar, grammar
from policykb.text.numerals import Numeral, is_scaled
from policykb.values.amount import Number
from policykb.values.base import Found
from policykb.values.reading import dates

_PLAIN = frozenset(("", "%", "points"))
_MEASURE = re.compile(r"[ -]?(?P<word>[^\W\d_]+(?:[-/][^\W\d_]+)*)")
_JAPANESE = r"[カかヶヵ箇]?[\u30a1-\u30fa\u30fc\u3400-\u9fff]+"
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_REACH = 24


@lru_cache(maxsize=2048)
def stated(text: str, language: str = "") -> tuple[Numeral, ...]:
    """All numerals of a normalized text that are no part of a date, those without an amount too."""
    found = numerals.quantities(text, language)
    if not found:
        return ()
    days = Covered((day.at, day.to) for day in dates.read(text, language))
    kept = [one for one in found if not days.touches(one.at, one.to)]
    return tuple(numerals.joined(text, kept, language))


@lru_cache(maxsize=2048)
def read(text: str, language: str = "") -> tuple[Found, ...]:
    """The plain numbers and ranges of a normalized text; "one of" counts nothing. The cue is
    ``money`` where the unit is a currency. A unit that a hyphen joins to its number begins with
    one. What may be one number or two is read as either."""
    words = grammar(members(language))
    found: list[Found] = []
    for one in stated(text, language) if words else ():
        assert words is not None
        if one.amount is not None and one.kind in _PLAIN:
            last = found[-1] if found else None
            unit = unit_of(text, one, words)
            same = words.search("compared", text, last.to, one.at) if last else None
            if last and same and not (one.money or one.kind) and (same["whose"] or not unit):
                unit = last.unit.removeprefix("-")
            found += [
                _found(text, each, Number("", each.amount, one.kind == "%"), unit, words)
                for each in (one, *(one.ends or ()))
                if each.amount is not None
            ]
        elif one.ends and (span := _span(text, one, *one.ends, words)):
            found.append(span)
    return tuple(found)


def _found(text: str, one: Numeral, value: Number, unit: str, words: Grammar) -> Found:
    if unit == "points":
        unit = "%"
    elif unit and text[one.to : one.to + 1] == "-":
        unit = "-" + unit
    cue = "money" if one.money else ""
    return Found(value, one.at, one.to, unit, _bound(text, one, words), cue)


def _span(text: str, one: Numeral, low: Numeral, high: Numeral, words: Grammar) -> Found | None:
    """A range with its lower and upper end: "6.5 to 7 percent", "2 to 3 billion", and "900,000 to
    1.2 million", whose lower end has no scale; None where the first is not the lower one."""
    if low.amount is None or high.amount is None:
        return None
    first = low.amount
    if not low.kind and not is_scaled(text, low, words) and is_scaled(text, high, words):
        digits = _DIGITS.search(text, high.at, high.to)
        first *= high.amount / Decimal(digits[0].replace(",", "")) if digits else 1
        first = low.amount if first >= high.amount and low.amount >= 1000 else first
    if first >= high.amount:
        return None
    unit = low.money or unit_of(text, high, words)
    value = Number("", first, high.kind == "%", high.amount)
    return _found(text, one, value, unit, words)


def unit_of(text: str, one: Numeral, words: Grammar) -> str:
    """The unit of a number: ``%``, ``points``, the code of a currency, or the word just after it,
    an English one in small letters and the singular; empty for none."""
    if one.money or one.kind:
        return one.money or one.kind
    bound = words.match("bound_after", text, one.to)
    if bound and bound["word"] and bound.start("word") == one.to:
        return ""
    japanese = words.match("counter", text, one.to) or compiled(_JAPANESE).match(text, one.to)
    if japanese:
        return japanese[0]
    match = _MEASURE.match(text, one.to)
    word = match["word"].lower() if match else ""
    return "" if word in words.no_unit or "\u3040" <= word[:1] <= "\u3096" else singular(word)


def singular(word: str) -> str:
    """An English noun without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _bound(text: str, one: Numeral, words: Grammar) -> str:
    after = words.match("bound_after", text, one.to)
    if one.ends and after and after["word"] in words.range_ends:
        after = None
    before = words.search("bound_before", text, max(0, one.at - _REACH), one.at)
    found = after or before
    return words.bounds[found["word"].lower()] if found and found["word"] else ""
