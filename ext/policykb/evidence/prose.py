"""Numbers, dates and names in a record's own words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policykb.evidence.lazy import lazy
from policykb.values.date import MONTHS, Edtf

if TYPE_CHECKING:
    from decimal import Decimal

    from policykb.evidence.quotation import Quotation
    from policykb.parse.inline import Inline

_WORDED = (
    r"t(?:w(?:o|elve|enty)|hree|en|hirteen|rio|housand|rillion)|f(?:our|ive|ifteen|orty|ifty)"
    r"|s(?:ix|even)|eight|nine|eleven|zero|hundred|million|billion|dozen|pair|duo|quartet"
)
_NUMERIC = lazy(
    rf"`[^`]*`|(?:[$€£¥]?\d[\d.,]*|\b(?:{_WORDED})(?:teen|ty)?(?:-[a-z]+)?)"
    r"(?: (?:hundred|thousand|million|billion|trillion))*(?P<next> [a-z]+| ?%)?"
)
_DIGITS = lazy(r"\d+")
_MARKER = lazy(r"(?m)^[ \t]*\d+[.)](?=[ \t])")
_CAPITAL = lazy(r"(?<=[\w,;:)'] )[A-Z][\w'-]*[\w]")
_CURRENCY_BEFORE = lazy(r"(?:US|AU?|CA?|NT|HK|S)?([$€£¥₩])|(USD|JPY|EUR|GBP)")
_CURRENCY_AFTER = lazy(
    r"[ -]?(?:(yen|円|JPY)|((?:US |U\.S\. )?dollars?|ドル|USD)|(euros?|ユーロ|EUR)|(pounds?|GBP))"
)
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CALENDAR = frozenset((*MONTHS, *_WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Claim:
    """A number or date in prose; ``at`` and ``end`` are offsets in the page; ``amount`` is None
    for a date."""

    text: str
    at: int
    end: int
    amount: int | None
    shown: bool


def may_claim(text: str, quotes: Sequence[Quotation]) -> bool:
    """Whether some prose may hold a number that no quotation has: quickly, so that a number which
    stands in a quotation with the word that follows it is not looked at further."""
    lower = text.lower()
    for match in _NUMERIC().finditer(lower):
        part = match[0]
        if part[0] == "`":
            continue
        if match["next"] is None:
            return True
        for one in quotes:
            at = one.lower.find(part)
            if (
                at >= 0
                and one.lower[at - 1 : at] in ("", " ", "(", '"')
                and not one.lower[at + len(part) : at + len(part) + 1].isalnum()
            ):
                break
        else:
            return True
    return False


def has_capitals(text: str, start: int, stop: int) -> bool:
    """Whether a word within a stretch of prose, not its first, begins with a capital."""
    return _CAPITAL().search(text, start, stop) is not None


def words_of(name: str) -> list[str]:
    """The words of a name, as `Prose.capitalised` gives them; hyphenated ones also in parts."""
    words = [word.strip(".,;:()'\"").removesuffix("'s") for word in name.split()]
    return words + [part for word in words if "-" in word for part in word.split("-")]


def names_by_digits(names: Iterable[str]) -> dict[str, list[str]]:
    """Names with digits in them, by each run of digits."""
    found: dict[str, list[str]] = {}
    for name in names:
        for digits in _DIGITS().findall(name):
            found.setdefault(digits, []).append(name)
    return found


class Prose:
    """A stretch of a page as plain words: references, code, addresses, comments and list markers
    blanked, white space single, every character traced to its place in the page."""

    def __init__(self, page: str, start: int, stop: int, inlines: Iterable[Inline]) -> None:
        chars = list(page[start:stop])
        for item in inlines:
            if item.kind in ("link", "image") and item.shown != (0, 0):
                _blank(chars, item.start - start, item.shown[0] - start)
                _blank(chars, item.shown[1] - start, item.end - start)
            else:
                _blank(chars, item.start - start, item.end - start)
        for match in _MARKER().finditer("".join(chars)):
            _blank(chars, match.start(), match.end())
        kept: list[str] = []
        self.places: list[int] = []
        for at, char in enumerate(chars, start):
            plain = unicodedata.normalize("NFKC", char) if not char.isascii() else char
            char = plain if len(plain) == 1 else char
            char = "-" if char in "‐‑‒–—−" else "'" if char in "‘’" else char
            if char.isspace():
                if kept and kept[-1] == " ":
                    continue
                char = " "
            kept.append(char)
            self.places.append(at)
        self.places.append(stop)
        self.text = "".join(kept)

    def span(self, at: int, end: int) -> tuple[int, int]:
        """The place in the page of a stretch of the text."""
        return self.places[at], self.places[end - 1] + 1

    def claims(
        self, quotes: Sequence[Quotation], names: Mapping[str, Sequence[str]]
    ) -> Iterator[Claim]:
        """The dates and numbers of the text, each with whether one of the quotations shows it.
        ``names`` has names with digits in them by those digits, which claim nothing; "one", "both"
        and ordinals claim nothing either."""
        from policykb.evidence import dates, numbers

        digits = dict.fromkeys(_DIGITS().findall(self.text))
        known = {name for each in digits for name in names.get(each, ())}
        hidden = numbers.Covered(span for name in known for span in _places(self.text, name))
        seen: dict[Edtf, bool] = {}
        for day in dates.read(self.text):
            if not hidden.hold(day.at, day.to):
                value = Edtf(day.start, day.end)
                if value not in seen:
                    seen[value] = any(dates.shows(one.text, value) for one in quotes)
                yield self._claim(day.at, day.to, None, seen[value])
        quoted: dict[tuple[Decimal, bool], set[str | None]] = {}
        for one in quotes:
            for other in numbers.read(one.text):
                written_in = quoted.setdefault((other.amount, other.percent), set())
                written_in.add(currency(one.text, other.at, other.to))
        for figure in numbers.read(self.text):
            written = self.text[figure.at : figure.to]
            if hidden.hold(figure.at, figure.to) or written.lower() in ("one", "a", "both"):
                continue
            money = currency(self.text, figure.at, figure.to)
            currencies = quoted.get((figure.amount, figure.percent), ())
            shown = bool(currencies) and (money is None or money in currencies)
            whole = figure.amount == int(figure.amount) and not figure.percent and money is None
            yield self._claim(figure.at, figure.to, int(figure.amount) if whole else -1, shown)

    def _claim(self, at: int, end: int, amount: int | None, shown: bool) -> Claim:
        return Claim(self.text[at:end], *self.span(at, end), amount, shown)

    def capitalised(self) -> Iterator[tuple[str, int, int]]:
        """Words within sentences that begin with a capital, with their place in the page; names of
        months and days left out."""
        for match in _CAPITAL().finditer(self.text):
            word = match[0].removesuffix("'s")
            if word not in _CALENDAR:
                yield word, *self.span(match.start(), match.start() + len(word))


def currency(text: str, at: int, end: int) -> str | None:
    """The currency written with a number, as its code, or None."""
    before = _CURRENCY_BEFORE().match(text, at, end)
    if before:
        return _SYMBOLS.get(before[0][-1], before[0])
    after = _CURRENCY_AFTER().match(text, end)
    return ("JPY", "USD", "EUR", "GBP")[(after.lastindex or 1) - 1] if after else None


def _blank(chars: list[str], start: int, stop: int) -> None:
    for at in range(max(0, start), min(len(chars), stop)):
        chars[at] = " "


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))
