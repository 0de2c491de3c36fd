"""What a record's own words claim, number by number, and whether its quotations have it.

What the quotations say is put so that each number and date is looked up rather than looked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from policykb.evidence.links import Names
from policykb.evidence.passage import Passage
from policykb.evidence.prose import WORD, Prose, is_word
from policykb.text.covered import Covered
from policykb.text.language import TOGETHER, by_language, members, merged, templates
from policykb.text.normalize import fold_characters
from policykb.text.number_words import KANJI, number_words
from policykb.text.numerals import Numeral
from policykb.text.search import find_whole, whole
from policykb.values.base import Found
from policykb.values.edtf import Edtf
from policykb.values.reading import dates, numbers

_DIGITS = re.compile(r"\d+")
_WRITTEN = re.compile(r"\d[\d,]*|[A-Za-z -]+")
_AMBIGUOUS = re.compile(r"\d[/.]\d")
_CODE = re.compile(r"(?!FY)[A-Z]{2,}-?\d+")
"""A name such as COVID-19 or IL-6, which the rule on names looks after."""
_WORD_BEFORE = re.compile(r"\S+ ?$")
_REFERENCE = re.compile(r"\{need\}`[A-Z0-9_]+`")
_FIGURE = re.compile(rf"[\d{KANJI}\u00bc-\u00be\u2150-\u215e]")
_WORDS = re.compile(r"\w+")
_MORE = "dozen couple twice thrice score half third quarter fifth tenth one"

Key = tuple[object, ...]
"""What two numerals that say the same have in common."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("".join(templates("claims")[name]), re.IGNORECASE)


@cache
def _hints(languages: tuple[str, ...]) -> frozenset[str]:
    """Words that can be or begin a number or a date, those of English among them."""
    months = (
        form.rstrip(".").lower()
        for language in dict.fromkeys(("en", *languages))
        for cell in by_language("months").get(language, ())
        for form in cell.split("|")
    )
    words = (*number_words(), *merged(languages, "numbers", "words"), *months, *_MORE.split())
    return frozenset((*words, *(f"{word}s" for word in words)))


def may_claim(text: str, language: str = "") -> bool:
    """Whether a stretch of a page can claim a number or date: the quick look that most pass."""
    lower = fold_characters(_REFERENCE.sub("@", text)).lower()
    hints = _hints(members(language))
    return bool(_FIGURE.search(lower)) or not hints.isdisjoint(_WORDS.findall(lower))


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
    prose: Prose, quotes: Sequence[Passage], names: Callable[[], Names], language: str = ""
) -> Iterator[Claim]:
    """The dates and numbers of a stretch of a page in a language, each with whether a quotation
    shows it. What no quotation shows claims nothing within one of ``names``; "one", "both" and
    ordinals claim nothing either. A base in another language may have pages in English: what is
    shown as English says it is shown."""
    if members(language) == TOGETHER:
        yield from _claims(prose, quotes, names, "")
        return
    english = Covered((one.at, one.end) for one in _claims(prose, quotes, names, "") if one.shown)
    for claim in _claims(prose, quotes, names, language):
        yield replace(claim, shown=claim.shown or english.hold(claim.at, claim.end))


def _claims(
    prose: Prose, quotes: Sequence[Passage], names: Callable[[], Names], language: str
) -> Iterator[Claim]:
    text, said = prose.text, _quoted(tuple(quotes))
    hidden = cache(lambda: Covered(_named(text, names())))
    days, stated = dates.read(text, language), numbers.stated(text, language)
    read = Covered([*((one.at, one.to) for one in days), *((one.at, one.to) for one in stated)])

    def claim(at: int, to: int, amount: int | None, shown: bool) -> Iterator[Claim]:
        if shown or not hidden().hold(at, to):
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


def _named(text: str, names: Names) -> Iterator[tuple[int, int]]:
    """Where names stand that are more than a number."""
    for one in names.scan(text):
        if any(map(is_word, WORD.findall(text[one.at : one.to].lower()))):
            yield one.at, one.to


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
    fiscal = _pattern("fiscal").search(text[max(0, one.at - 16) : one.to + 1])
    if fiscal:
        return "fiscal", fiscal["y"] or fiscal["ja"]
    before = _WORD_BEFORE.search(text[max(0, one.at - 24) : one.at])
    start = one.at - len(before[0]) if before and one.kind == "label" else one.at
    return one.kind, _pattern("range_sign").sub("-", text[start : one.to].lower())


class Quoted:
    """The numbers, dates and words of some quotations, read once."""

    def __init__(self, quotes: Iterable[Passage]) -> None:
        self._quotes = tuple(quotes)
        self._text = "\n".join(quote.lower for quote in self._quotes)
        self._stands: dict[str, bool] = {}
        self._dated: dict[Edtf, bool] = {}

    @cached_property
    def _sums(self) -> set[tuple[Key, str | None]]:
        """What the numbers in the quotations say, each with its currency and without."""
        return {
            (_key(wide, one), money)
            for quote in self._quotes
            for low, wide in quote.around
            for one in numbers.stated(wide, quote.known.language)
            if quote.holds(low + one.at, low + one.to)
            for money in (None, one.money)
        }

    def has(self, text: str, one: Numeral) -> bool:
        """Whether one of them states a number of a text; of a sum, in its currency."""
        return (_key(text, one), one.money) in self._sums

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

    @cached_property
    def _days(self) -> dict[int | None, set[tuple[Found, ...]]]:
        """The dates in the quotations by their year."""
        found: dict[int | None, set[tuple[Found, ...]]] = {}
        for quote in self._quotes:
            for days in _days_of(quote):
                found.setdefault(days[0].value.year, set()).add(
                    tuple(one._replace(at=0, to=0) for one in days)
                )
        return found

    def dated(self, day: Found, written: str) -> bool:
        """Whether one of them has a date: as exact as this, or more so; word for word where it is
        not clear which day it is, or where no calendar has it."""
        value: Edtf = day.value
        unclear = value.start.month is None and _AMBIGUOUS.search(written)
        if unclear or day.cue in ("either", "impossible"):
            return self.stands(written.lower())
        if value not in self._dated:
            years = self._days if value.start.year is None else (value.start.year,)
            self._dated[value] = any(
                value.start.month in (None, one.value.start.month)
                and dates.covers(one, value)
                and any(dates.covers(each, value) for each in within)
                for year in years
                for one, *within in self._days.get(year, ())
            )
        return self._dated[value]


_quoted = lru_cache(maxsize=4)(Quoted)
"""The same for quotations asked of again and again: paragraph after paragraph of a record."""


def _days_of(quote: Passage) -> Iterator[tuple[Found, ...]]:
    """Each date of a quotation, and behind it what the words within the quotation say: the same,
    where no cut goes through it."""
    language = quote.known.language
    for low, wide in quote.around:
        for one in dates.read(wide, language):
            at, to = low + one.at, low + one.to
            if quote.holds(at, to):
                yield one, one
                continue
            for start, end in quote.runs:
                if at < end and start < to:
                    yield one, *dates.read(quote.text[start:end], language)
