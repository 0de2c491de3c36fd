"""What a record's own words claim, number by number, and whether its quotations have it.

What the quotations say is put so that each number and date is looked up rather than looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from policykb.evidence.prose import Prose, numbers_in
from policykb.text.covered import Covered
from policykb.text.language import alternatives, by_language, templates
from policykb.text.normalize import fold_characters
from policykb.text.number_words import KANJI, number_words
from policykb.text.search import find_whole, whole
from policykb.values.edtf import Day
from policykb.values.reading import dates, numbers

if TYPE_CHECKING:
    from policykb.evidence.passage import Passage
    from policykb.text.numerals import Numeral
    from policykb.values.reading.dates import Mention

_DIGITS = re.compile(r"\d+")
_WRITTEN = re.compile(r"\d[\d,]*|[A-Za-z -]+")
_AMBIGUOUS = re.compile(r"\d[/.]\d")
_CODE = re.compile(r"(?!FY)[A-Z]{2,}-?\d+")
"""A name such as COVID-19 or IL-6, which the rule on names looks after."""
_WORD_BEFORE = re.compile(r"\S+ ?$")
_REFERENCE = re.compile(r"\{need\}`[A-Z0-9_]+`")
_MORE = "dozen couple twice thrice score half third quarter fifth tenth one"
_CONTEXT = 4

Shape = tuple[bool, bool, bool, bool]
"""Whether a date has a year, a month and a day, and is a part of a year."""
Key = tuple[object, ...]
"""What two numerals that say the same have in common."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("".join(templates("claims")[name]), re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    """A figure, or a word that can be or begin a number or a date."""
    months = (form.rstrip(".") for cell in by_language("months")["en"] for form in cell.split("|"))
    words = (*number_words(), *map(str.lower, months), *_MORE.split())
    return re.compile(rf"[\d{KANJI}\u00bc-\u00be\u2150-\u215e]|\b{alternatives(words)}s?\b")


def may_claim(text: str, quotes: Sequence[Passage]) -> bool:
    """Whether a stretch of a page can claim what no quotation has: the quick look that most pass. A
    number that stands in a quotation with the same words on both sides is not looked at further."""
    lower = " ".join(fold_characters(_REFERENCE.sub("@", text)).lower().split())
    return any(
        not _copied(lower, match.start(), match.end(), quotes) for match in _hint().finditer(lower)
    )


def _copied(lower: str, at: int, to: int, quotes: Sequence[Passage]) -> bool:
    """Whether a quotation has a number with three words on both sides."""
    for _ in range(_CONTEXT):
        at, to = lower.rfind(" ", 0, at), lower.find(" ", to + 1)
        if at < 0 or to < 0:
            return False
    return any(lower[at : to + 1] in one.lower for one in quotes)


@dataclass(frozen=True, slots=True)
class Claim:
    """A number or date in prose; ``at`` and ``end`` are offsets in the page; ``amount`` is what it
    counts: None for a date, -1 for what is no count of things."""

    text: str
    at: int
    end: int
    amount: int | None
    shown: bool


def claims_of(
    prose: Prose, quotes: Sequence[Passage], names: Mapping[str, Sequence[str]]
) -> Iterator[Claim]:
    """The dates and numbers of a stretch of a page, each with whether a quotation shows it.
    ``names`` has names with digits in them by those digits, which claim nothing; "one", "both"
    and ordinals claim nothing either."""
    text, said = prose.text, _quoted(tuple(quotes))
    known = {name for each in dict.fromkeys(numbers_in(text)) for name in names.get(each, ())}
    hidden = Covered(span for name in known for span in find_whole(text, name))
    days, stated = dates.read(text), numbers.stated(text)
    read = Covered([*((one.at, one.to) for one in days), *((one.at, one.to) for one in stated)])

    def claim(at: int, to: int, amount: int | None, shown: bool) -> Iterator[Claim]:
        if not hidden.hold(at, to):
            yield Claim(text[at:to], *prose.span(at, to), amount, shown)

    for day in days:
        yield from claim(day.at, day.to, None, said.dated(day, text[day.at : day.to]))
    for one in stated:
        if _counts(text, one):
            yield from claim(one.at, one.to, _amount(text, one), said.has(text, one))
    # What is left counts as shown only if a quotation has it word for word.
    for pattern in (_DIGITS, _pattern("vague")):
        for match in pattern.finditer(text):
            if not read.touches(*match.span()):
                yield from claim(*match.span(), -1, said.stands(match[0].lower()))


def _counts(text: str, one: Numeral) -> bool:
    """Whether a numeral claims anything: not "one" or "both", an ordinal, "No. 1" or a code."""
    written = text[one.at : one.to]
    if one.kind in ("ordinal", "one") or written.lower() in ("one", "both"):
        return False
    if one.kind == "label" and written == "1":
        return not text[max(0, one.at - 8) : one.at].rstrip().lower().endswith("no.")
    return one.money is not None or _CODE.fullmatch(written) is None


def _amount(text: str, one: Numeral) -> int:
    """What a number counts, -1 where it is a measure, a sum, a share or no whole number."""
    if one.amount is None or one.kind or one.money or one.amount != int(one.amount):
        return -1
    if not _WRITTEN.fullmatch(text, one.at, one.to) or _pattern("measured").match(text, one.to):
        return -1
    return int(one.amount)


def _key(text: str, one: Numeral) -> Key:
    if one.amount is not None:
        return one.kind, one.amount
    written = text[one.at : one.to].lower()
    fiscal = _pattern("fiscal").search(text[max(0, one.at - 16) : one.to])
    if fiscal and (fiscal["y"] or text[one.to : one.to + 1] == "度"):
        return "fiscal", fiscal["y"] or fiscal["ja"]
    if one.kind == "label":
        before = _WORD_BEFORE.search(text[max(0, one.at - 24) : one.at])
        written = (before[0].lower() if before else "") + written
    elif one.kind == "range":
        written = _pattern("range_sign").sub("-", written)
    return one.kind, written


class Quoted:
    """The numbers, dates and words of some quotations, read once."""

    def __init__(self, quotes: Iterable[Passage]) -> None:
        self._quotes = tuple(quotes)
        self._text = "\n".join(quote.lower for quote in self._quotes)
        self._stands: dict[str, bool] = {}
        self._days: dict[tuple[Shape, Shape | None, bool], set[object]] = {}

    @cached_property
    def _sums(self) -> dict[Key, set[str | None]]:
        """The currencies of every number in the quotations, None for none."""
        found: dict[Key, set[str | None]] = {}
        for quote in self._quotes:
            for low, wide in quote.around:
                for one in numbers.stated(wide, quote.known.language):
                    if quote.holds(low + one.at, low + one.to):
                        found.setdefault(_key(wide, one), set()).add(one.money)
        return found

    def has(self, text: str, one: Numeral) -> bool:
        """Whether one of them states a number of a text; of a sum, in its currency."""
        money = self._sums.get(_key(text, one), ())
        return one.money in money if one.money else bool(money)

    @cached_property
    def _figures(self) -> set[str]:
        """The figures that stand by themselves."""
        text = self._text
        return {one[0] for one in _DIGITS.finditer(text) if whole(text, *one.span())}

    def stands(self, words: str) -> bool:
        """Whether words in small letters stand in one of them, whole."""
        if words.isdecimal():
            return words in self._figures
        if words not in self._stands:
            self._stands[words] = next(find_whole(self._text, words), None) is not None
        return self._stands[words]

    def dated(self, day: Mention, written: str) -> bool:
        """Whether one of them has a date: as exact as this, or more so; word for word where it is
        not clear which day it is."""
        if day.start.month is None and _AMBIGUOUS.search(written):
            return self.stands(written)
        shapes = _shape(day.start), None if day.end is None else _shape(day.end), day.either
        if shapes not in self._days:
            self._days[shapes] = {
                found for quote in self._quotes for found in _quoted_days(quote, *shapes)
            }
        return (day.start if day.end is None else (day.start, day.end)) in self._days[shapes]


_quoted = lru_cache(maxsize=4)(Quoted)
"""The same for quotations asked of again and again: paragraph after paragraph of a record."""


def _quoted_days(quote: Passage, start: Shape, end: Shape | None, either: bool) -> Iterator[object]:
    """The dates of a quotation as far as the shapes go; of one that a cut goes through, only what
    the words within the quotation show as well."""
    language, cut = quote.known.language, set[object]()
    for low, wide in quote.around:
        for one in dates.read(wide, language):
            at, to = low + one.at, low + one.to
            if quote.holds(at, to):
                yield from _shaped((one,), start, end, either)
            elif any(at < run[1] and run[0] < to for run in quote.runs):
                cut.update(_shaped((one,), start, end, either))
    for run in quote.runs if cut else ():
        inner = dates.read(quote.text[slice(*run)], language)
        yield from cut.intersection(_shaped(inner, start, end, either))


def _shaped(
    found: Iterable[Mention], start: Shape, end: Shape | None, either: bool
) -> Iterator[object]:
    """What dates show that have such parts and no others."""
    for one in found:
        if one.exact and _shape(one.start)[1:] != start[1:]:
            continue
        first = _cut(one.start, start)
        if end is None:
            if one.end is None or _cut(one.end, start) == first:
                yield first
        elif one.end is not None and one.either == either:
            yield first, _cut(one.end, end)


def _shape(day: Day) -> Shape:
    return day.year is not None, day.month is not None, day.day is not None, bool(day.part)


def _cut(day: Day, shape: Shape) -> Day:
    """A date with some of its parts left out."""
    year, month, number, part = shape
    return Day(
        day.year if year else None,
        day.month if month else None,
        day.day if number else None,
        day.part if part else "",
    )
