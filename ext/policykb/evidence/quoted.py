"""What the quotations of a record say, put so that each number and date of its text is looked up
rather than looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from policykb.evidence.document.quotation import Quotation
from policykb.text.lazy import lazy
from policykb.text.numerals import Numeral
from policykb.text.search import find_whole, whole
from policykb.values.edtf import Day
from policykb.values.reading import dates, numbers
from policykb.values.reading.dates import Mention

_DIGITS = lazy(r"\d+")

Shape = tuple[bool, bool, bool, bool]
"""Whether a date has a year, a month and a day."""


class Quoted:
    """The numbers, dates and words of some quotations, read once."""

    def __init__(self, quotes: Iterable[Quotation]) -> None:
        self.quotes = tuple(quotes)
        self._text = "\n".join(quote.lower for quote in self.quotes)
        self._stands: dict[str, bool] = {}
        self._days: dict[tuple[Shape, Shape | None], set[object]] = {}
        self._numbers: list[tuple[str, Numeral]] | None = None
        self._either: set[tuple[Day, Day | None]] | None = None

    @property
    def numbers(self) -> list[tuple[str, Numeral]]:
        """The numerals of all, each with the text it stands in."""
        if self._numbers is None:
            self._numbers = [
                one
                for quote in self.quotes
                for one in numbers.stated_in(quote.wide, quote.language)
            ]
        return self._numbers

    def stands(self, words: str) -> bool:
        """Whether words in small letters stand in one of them, whole."""
        if words not in self._stands:
            self._stands[words] = (
                words in self._figures if words.isdecimal() else _stands(self._text, words)
            )
        return self._stands[words]

    @cached_property
    def _figures(self) -> set[str]:
        """The figures that stand by themselves."""
        text = self._text
        return {one[0] for one in _DIGITS().finditer(text) if whole(text, *one.span())}

    def dated(self, start: Day, end: Day | None) -> bool:
        """Whether one of them has a date: as exact as this, or more so."""
        shapes = _shape(start), None if end is None else _shape(end)
        if shapes not in self._days:
            self._days[shapes] = {
                day for quote in self.quotes for day in _quoted_days(quote, *shapes)
            }
        return (start if end is None else (start, end)) in self._days[shapes]

    def either(self, start: Day, end: Day | None) -> bool:
        """Whether one of them says “the one day or the other” of these two."""
        if self._either is None:
            self._either = {
                (one.start, one.end)
                for quote in self.quotes
                for wide, low, high in quote.wide
                for one in dates.read(wide, quote.language)
                if one.either and low <= one.at and one.to <= high
            }
        return (start, end) in self._either


@lru_cache(maxsize=4)
def quoted(quotes: tuple[Quotation, ...]) -> Quoted:
    """The same for quotations asked of again and again: paragraph after paragraph of a record."""
    return Quoted(quotes)


def _stands(text: str, words: str) -> bool:
    """Whether words stand in a text, whole."""
    return next(find_whole(text, words), None) is not None


def _quoted_days(quote: Quotation, start: Shape, end: Shape | None) -> Iterator[object]:
    """The dates of a quotation as far as the shapes go; of one that a cut goes through, only what
    the words within the quotation show as well."""
    for wide, low, high in quote.wide:
        cut: list[Mention] = []
        for one in dates.read(wide, quote.language):
            if low <= one.at and one.to <= high:
                yield from _shaped((one,), start, end)
            elif one.at < high and low < one.to:
                cut.append(one)
        if cut:
            inner = set(_shaped(dates.read(wide[low:high], quote.language), start, end))
            yield from inner.intersection(_shaped(cut, start, end))


def _shaped(found: Iterable[Mention], start: Shape, end: Shape | None) -> Iterator[object]:
    """What dates show that have such parts and no others."""
    for one in found:
        if one.exact and _shape(one.start)[1:] != start[1:]:
            continue
        first = _cut(one.start, start)
        if end is None:
            if one.end is None or _cut(one.end, start) == first:
                yield first
        elif one.end is not None and not one.either:
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
