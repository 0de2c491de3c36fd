"""Numbers of an indicator: digits with an optional scale word or %, or a range of two."""

import re
from decimal import Decimal
from functools import lru_cache

from policykb.text.language import TOGETHER
from policykb.text.normalize import normalize
from policykb.text.number_words import SCALES, grammar
from policykb.values.amount import Number, scaled
from policykb.values.base import BadValue, Found, ValueType
from policykb.values.reading import numbers

ACCEPTED = "digits with an optional scale word or %, as 53, 2.9 trillion or 90%, or a range: 6.5–7%"

_RANGE = re.compile(r"(?P<low>\S[^–]*?)(?: ?– ?| to |(?<=[\d%])-)(?P<high>[\d+-][^–]*)")
_DIGIT = re.compile(r"\d")
_SIGNS = {
    "<": "less-than",
    ">": "more-than",
    "≤": "at-most",
    "≥": "at-least",
    "~": "about",
    "≈": "about",
}
_LETTERS = "%abcdefghijklmnopqrstuvwxyz "
_SCALE = "|".join(SCALES)
_NUMBER = re.compile(rf"([-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?:(%)| ({_SCALE}))?")


@lru_cache(maxsize=4096)
def parse(text: str) -> Number:
    """Read a number. Raises `BadValue`, with a fix if it has a currency, a bound or words in it."""
    number = read(text)
    if number is None:
        raise _fault(normalize(text))
    return number


def _fault(text: str) -> BadValue:
    """Why a text is not a number here, and its fix where the reader of prose finds one number."""
    found, words = numbers.read(text), grammar(TOGETHER)
    if len(found) != 1 or words is None:
        return BadValue("it is not a number", ACCEPTED)
    one, before, after = found[0], text[: found[0].at].strip(), text[found[0].to :].strip()
    said, fix = text[one.at : one.to], written(text, one)
    joined = said[-1].isalpha() and fix[-1].isdigit() and fix in said and not one.cue  # "10kg"
    points = one.unit == "%" and not one.value.percent
    known = before.lower() in ("", *words.bounds) and not (after and after.isascii())
    changed = "%" in said and after and not one.bound  # "5%減"
    bound = one.bound or _SIGNS.get(said[0], "")
    beside = {"unit": one.unit.strip("-%"), "bound": bound}
    return BadValue(
        _reason(said, one, after, bound),
        ACCEPTED,
        fix if known and not (joined or points or changed) else None,
        beside={key: value for key, value in beside.items() if value},
    )


def _reason(said: str, one: Found, after: str, bound: str) -> str:
    if one.cue:
        return "the currency belongs in unit"
    if bound:
        return "how exact it is belongs in bound"
    if after and one.unit:
        return "what is counted belongs in unit"
    if not _DIGIT.search(said):
        return "a number is written in digits"
    return "it is not a number" if said.isascii() else "it has no English scale word"


def written(text: str, one: Found) -> str:
    """A number that stands in a text as a field has it, in its own digits where they are all."""
    for match in (*_NUMBER.finditer(text, one.at, one.to), _RANGE.search(text, one.at, one.to)):
        number = read(match[0]) if match else None
        if match and number == one.value:
            return match[0]
    value: Number = one.value
    ends = "–".join(scaled(end) for end in (value.amount, value.high) if end is not None)
    return ends + ("%" if value.percent else "")


def read(text: str) -> Number | None:
    """The number a text is, or None."""
    match = _NUMBER.fullmatch(text) if text.isascii() else None
    if match is None:
        return _range(text)
    digits, percent, scale = match.groups()
    amount = Decimal(digits.replace(",", ""))
    if scale:
        amount = amount.scaleb(SCALES[scale])
    return Number(text, amount, bool(percent))


def _range(text: str) -> Number | None:
    """A range: the scale or % of its upper end is that of the lower one too."""
    match = _RANGE.fullmatch(text)
    low, high = (read(match[end]) if match else None for end in ("low", "high"))
    if low is None or high is None or low.high is not None or high.high is not None:
        return None
    if match and low.text[-1].isdigit() and not high.text[-1].isdigit():
        low = read(low.text + high.text[len(high.text.rstrip(_LETTERS)) :])
    if low is None or low.percent != high.percent or low.amount >= high.amount:
        return None
    return Number(text, low.amount, low.percent, high.amount)


_ONE = r"[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(%| (thousand|million|billion|trillion))?"


class NumberType(ValueType[Number]):
    """A figure: digits with an optional scale word or %."""

    name = "number"
    accepted = ACCEPTED
    pattern = rf"^{_ONE}((( ?– ?)| to |-){_ONE})?$"
    is_read = True

    def parse(self, text: str) -> Number:
        return parse(text)

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        return numbers.read(text, language)

    def display(self, value: Number) -> str:
        match = _RANGE.fullmatch(value.text) if value.high is not None else None
        return f"{match['low']}–{match['high']}" if match else value.text


NUMBER = NumberType()
