"""What a record's own words claim, number by number, and whether its quotations have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policykb.evidence.prose import Prose, numbers_in
from policykb.evidence.quoted import Quoted, quoted
from policykb.text.language import alternatives, by_language
from policykb.text.lazy import lazy
from policykb.text.normalize import fold_characters
from policykb.text.number_words import KANJI, number_words
from policykb.text.search import find_whole
from policykb.values.reading import dates, numbers

if TYPE_CHECKING:
    from policykb.evidence.document.quotation import Quotation
    from policykb.text.numerals import Numeral
    from policykb.values.reading.dates import Mention

_DIGITS = lazy(r"\d+")
_VAGUE = lazy(
    r"[\u00bc-\u00be\u2150-\u215e]|\b(?:twice|thrice|(?:a score|scores) of"
    r"|half (?:of|the|its|their|all)|(?:a|an|one) (?:third|quarter|fifth|tenth) of"
    r"|(?:third|quarter|fifth|tenth)s? of (?:the|its|their|all))\b",
    re.IGNORECASE,
)
_MEASURED = lazy(
    r"[ -]?(?:(?:(?:fiscal|financial|calendar|full|more|business|working|metric|square|cubic) )?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?"
    r"|centur(?:y|ies)|times|fold|degrees?|percentage|points?|(?:kilo|centi|milli|mega|giga)?(?:met(?:re|er)s?|grams?"
    r"|lit(?:re|er)s?|watts?)|miles?|feet|foot|inch(?:es)?|tons?|tonnes?|pounds?|ounces?|hectares?|acres?"
    r"|barrels?|km|kg|mg|g|ml|l|m|cm|mm|t|kw|mw|gw|°c|°)\b|年|[カかヶヵ]月|日|週|時間|分|%|度|倍|回)",
    re.IGNORECASE,
)
_WRITTEN = lazy(r"\d[\d,]*|[A-Za-z -]+")
_RANGE_SIGN = lazy(r" ?[-~〜] ?| to | or ")
_FISCAL = lazy(
    r"(?:\b(?:fiscal(?: years?)?|financial years?|j?fy) ?)(?P<y>\d{4})$|(?P<ja>\d{4})年$",
    re.IGNORECASE,
)
_AMBIGUOUS = lazy(r"\d[/.]\d")
_CODE = lazy(r"(?!FY)[A-Z]{2,}-?\d+")
"""A name such as COVID-19 or IL-6, which the rule on names looks after."""
_WORD_BEFORE = lazy(r"\S+ ?$")

Claimed = tuple[int, int, int | None, bool]
"""Where a claim stands in the text, its amount, and whether a quotation shows it. The amount is
None for a date, -1 for what is no count of things."""


_REFERENCE = lazy(r"\{need\}`[A-Z0-9_]+`")
_MORE = "dozen couple twice thrice score half third quarter fifth tenth one"
_CONTEXT = 4


@cache
def _hint() -> re.Pattern[str]:
    """A figure, or a word that can be or begin a number or a date."""
    months = (form.rstrip(".") for cell in by_language("months")["en"] for form in cell.split("|"))
    words = (*number_words(), *map(str.lower, months), *_MORE.split())
    return re.compile(rf"[\d{KANJI}\u00bc-\u00be\u2150-\u215e]|\b{alternatives(words)}s?\b")


def may_claim(text: str, quotes: Sequence[Quotation]) -> bool:
    """Whether a stretch of a page can claim what no quotation has: the quick look that most pass. A
    number that stands in a quotation with the same words on both sides is not looked at further."""
    lower = " ".join(fold_characters(_REFERENCE().sub("@", text)).lower().split())
    return any(
        not _copied(lower, match.start(), match.end(), quotes) for match in _hint().finditer(lower)
    )


def _copied(lower: str, at: int, to: int, quotes: Sequence[Quotation]) -> bool:
    """Whether a quotation has a number with three words on both sides."""
    for _ in range(_CONTEXT):
        at, to = lower.rfind(" ", 0, at), lower.find(" ", to + 1)
        if at < 0 or to < 0:
            return False
    return any(lower[at : to + 1] in one.lower for one in quotes)


@dataclass(frozen=True, slots=True)
class Claim:
    """A number or date in prose; ``at`` and ``end`` are offsets in the page; ``amount`` is None
    for a date."""

    text: str
    at: int
    end: int
    amount: int | None
    shown: bool


def claims_of(
    prose: Prose, quotes: Sequence[Quotation], names: Mapping[str, Sequence[str]]
) -> Iterator[Claim]:
    """The dates and numbers of a stretch of a page, each with whether a quotation shows it.
    ``names`` has names with digits in them by those digits, which claim nothing; "one", "both"
    and ordinals claim nothing either."""
    for at, end, amount, shown in claims(prose.text, quotes, names):
        yield Claim(prose.text[at:end], *prose.span(at, end), amount, shown)


def claims(
    text: str, quotes: Sequence[Quotation], names: Mapping[str, Sequence[str]]
) -> Iterator[Claimed]:
    """The dates and numbers of a text in order of kind. ``names`` are names with digits in them by
    those digits."""
    said = quoted(tuple(quotes))
    hidden = _names(text, names)
    days = [day for day in dates.read(text) if not hidden.hold(day.at, day.to)]
    seen: dict[str, bool] = {}
    for day in days:
        written = text[day.at : day.to]
        if written not in seen:
            seen[written] = _dated(said, day, written)
        yield day.at, day.to, None, seen[written]
    stated = [
        one
        for one in numbers.stated(text)
        if one.kind not in ("ordinal", "one") and not hidden.hold(one.at, one.to)
    ]
    known_sums = _sums(said) if stated else {}
    for one in stated:
        written = text[one.at : one.to]
        if written.lower() in ("one", "both") or (one.kind == "label" and _first(text, one)):
            continue
        if one.money is None and _CODE().fullmatch(written):
            continue
        money = known_sums.get(_key(text, one), ())
        shown = bool(money) and (one.money is None or one.money in money)
        yield one.at, one.to, _amount(text, one), shown
    known = numbers.Covered(
        [(one.at, one.to) for one in dates.read(text)]
        + [(one.at, one.to) for one in numbers.stated(text)]
    )
    yield from _rest(text, said, known, hidden)
    for match in _VAGUE().finditer(text):
        if not known.touches(*match.span()):
            yield match.start(), match.end(), -1, said.stands(match[0].lower())


def _rest(
    text: str, said: Quoted, known: numbers.Covered, hidden: numbers.Covered
) -> Iterator[Claimed]:
    """The remaining digits count as shown only if a quotation has them verbatim."""
    for match in _DIGITS().finditer(text):
        if not known.touches(*match.span()) and not hidden.hold(*match.span()):
            yield match.start(), match.end(), -1, said.stands(match[0])


def _names(text: str, names: Mapping[str, Sequence[str]]) -> numbers.Covered:
    """Where names with numbers stand, whole."""
    known = {name for each in dict.fromkeys(numbers_in(text)) for name in names.get(each, ())}
    return numbers.Covered(span for name in known for span in find_whole(text, name))


def _dated(said: Quoted, day: Mention, written: str) -> bool:
    if day.start.month is None and _AMBIGUOUS().search(written):
        return said.stands(written)
    return (said.either if day.either else said.dated)(day.start, day.end)


@lru_cache(maxsize=4)
def _sums(said: Quoted) -> dict[tuple[object, ...], set[str | None]]:
    """The currencies of every number in the quotations, None for none."""
    found: dict[tuple[object, ...], set[str | None]] = {}
    for wide, one in said.numbers:
        found.setdefault(_key(wide, one), set()).add(one.money)
    return found


def _key(text: str, one: Numeral) -> tuple[object, ...]:
    if one.amount is not None:
        return one.kind, one.amount
    written = text[one.at : one.to].lower()
    fiscal = _FISCAL().search(text[max(0, one.at - 16) : one.to])
    if fiscal and (fiscal["y"] or text[one.to : one.to + 1] == "度"):
        return "fiscal", fiscal["y"] or fiscal["ja"]
    if one.kind == "label":
        before = _WORD_BEFORE().search(text[max(0, one.at - 24) : one.at])
        written = (before[0].lower() if before else "") + written
    elif one.kind == "range":
        written = _RANGE_SIGN().sub("-", written)
    return one.kind, written


def _first(text: str, one: Numeral) -> bool:
    """Whether a label is "No. 1", which says no more than "one"."""
    return text[one.at : one.to] == "1" and text[
        max(0, one.at - 8) : one.at
    ].rstrip().lower().endswith("no.")


def _amount(text: str, one: Numeral) -> int:
    """What a number counts, -1 where it is a measure, a sum, a share or no whole number."""
    if one.amount is None or one.kind or one.money or one.amount != int(one.amount):
        return -1
    if not _WRITTEN().fullmatch(text, one.at, one.to) or _MEASURED().match(text, one.to):
        return -1
    return int(one.amount)
