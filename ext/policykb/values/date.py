"""Dates: the EDTF forms of day, month, year and season, quarters and halves of a year, what is
approximate, an unspecified year, and intervals of these, which may be open at one end."""

import re
from dataclasses import replace
from functools import lru_cache

from policykb.text.language import members, others
from policykb.text.normalize import normalize
from policykb.values.base import BadValue, Found, ValueType
from policykb.values.edtf import MONTHS, OPEN, PARTS, Day, Edtf, month_length
from policykb.values.reading import dates
from policykb.values.reading.date_words import Grammar, grammar

ACCEPTED = (
    "2025-05-21, 2025-05, 2025, 2025-Q3, 2025-H1 or 2025-21 (its spring), XXXX-05-21 where the "
    "year is not known, 2025~ for about, or a span: 2025-05/2025-07, 2025-05/.. (no end), "
    "../2025-07 (no start)"
)

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?|-([QH]\d))?(~?)")


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF date. Raises `BadValue`: ``impossible`` for a day no calendar has, ``order``
    for an interval that ends before it starts, else ``form``."""
    first, slash, last = text.partition("/")
    if slash and first == OPEN:
        return Edtf(_day(last, text, len(first) + 1), open="start")
    start = _day(first, text, 0)
    if last == OPEN:
        return Edtf(start, open="end")
    if not slash:
        return Edtf(start)
    end = _day(last, text, len(first) + 1)
    if (start.year is None) != (end.year is None):
        raise BadValue(
            "an interval has a year at both ends or at neither",
            ACCEPTED,
            start=0,
            end=len(text),
        )
    if _last(end) < _first(start):
        raise BadValue(f"{last} comes before {first}", ACCEPTED, f"{last}/{first}", kind="order")
    return Edtf(start, end)


def _first(day: Day) -> tuple[int, int, int]:
    return (day.year or 0, day.months[0], day.day or 1)


def _last(day: Day) -> tuple[int, int, int]:
    return (day.year or 0, day.months[1], day.day or 31)


def _day(text: str, whole: str, offset: int) -> Day:
    match = _DAY.fullmatch(text)
    if match is None or not text.isascii() or text == "XXXX":
        fix = suggest(whole)
        reason = "the year is missing" if text == "XXXX" else "it is not written as a date here"
        if fix:
            raise BadValue(reason, ACCEPTED, fix)
        raise BadValue(reason, ACCEPTED, start=offset, end=offset + len(text))
    y, m, d, part, about = match.groups()
    year = None if y == "XXXX" else int(y)
    if m in PARTS and not d:
        part, m = m, None
    month = int(m) if m else None
    day = int(d) if d else None
    problem = None
    if year == 0:
        problem = "there is no year 0000"
    elif part and (part not in PARTS or year is None):
        problem = f"a year has no {part}" if year else f"{part} needs a year"
    elif month is not None and not 1 <= month <= 12:
        problem = f"there is no month {m}"
    elif month is not None and day is not None and not 1 <= day <= month_length(year, month):
        where = MONTHS[month - 1] if year is None else f"{MONTHS[month - 1]} {year}"
        problem = f"{where} has no day {d}"
    if problem:
        raise BadValue(problem, ACCEPTED, kind="impossible", start=offset, end=offset + len(text))
    return Day(year, month, day, part or "", bool(about))


_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (r"(.+)", r"\1"),
        (r"(\d{4})(\d\d)(\d\d)", r"\1-\2-\3"),
        (r"xxxx-(\d\d?)-(\d\d?)", r"\1月\2日"),
        (r"(\d+) ?([-./]) ?(\d+) ?\2 ?(\d+)", r"\1\2\3\2\4"),
        (r"(\d{4})[ /-]*([a-z].*|\d[qh])", r"\2 \1"),
        (r"(.*\S) ?/", r"since \1"),
        (r"/ ?(\S.*)", r"until \1"),
        (r"ca?\. ?(.+)", r"about \1"),
    )
)
"""What is written in fields and not in prose, as prose writes it."""
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_UNCLEAR = re.compile(r"\d[-/.]\d")
_BESIDE = {"": "", "about": "approximate", "since": "since", "until": "until"}
"""What words beside a date say, and what these words are called in a language's file."""


def suggest(text: str) -> str | None:
    """The EDTF form of a date written another way, where only one date can be meant."""
    plain = normalize(text).rstrip(".")
    for pattern, form in _FORMS:
        if (match := pattern.fullmatch(plain)) and (value := _meant(match.expand(form))):
            try:
                return str(parse(str(value)))
            except BadValue:
                return None
    return None


def _meant(text: str) -> Edtf | None:
    """The date that a text is in English or Japanese, or else in another language; figures alone
    tell no language, and so not whether the month comes first."""
    languages = ("", *others()) if _LETTER.search(text) else ("",)
    return next(filter(None, (_alone(text, language) for language in languages)), None)


def _alone(text: str, language: str) -> Edtf | None:
    """The date that a text is, with words that say whether it is approximate or open, in any
    letter case; None for more than one, and where the day may be the month."""
    words = grammar(members(language))
    assert words is not None
    text = _WORD.sub(lambda word: _capital(word[0], words), text)
    found = dates.read(text, language)
    one = found[0] if len(found) == 1 else None
    if one is None or one.cue in ("impossible", "either"):
        return None
    value: Edtf = one.value
    beside = f"{text[: one.at]}{text[one.to :]}".strip().lower()
    if value.end and one.bound == "until" and beside in words.of("until_after"):
        return value  # 5月1日から5月3日まで: the word ends the range.
    if value.end and (one.bound or not words.of("loosely").keys().isdisjoint(text.split())):
        return None
    if value.start.month is None and value.end is None and _UNCLEAR.search(text):
        return None
    key = _BESIDE[one.bound]
    if beside not in ("", *words.of(key), *words.of(f"{key}_after")):
        return None
    start = replace(value.start, about=one.bound == "about")
    return Edtf(start, value.end, {"since": "end", "until": "start"}.get(one.bound, ""))


def _capital(word: str, words: Grammar) -> str:
    """A word as dates have it: the name of a month with a capital, a quarter in capitals."""
    if word.lower() in words.months:
        return word.capitalize()
    return word.upper() if word[-1:].isdigit() and word.lower() in words.year_parts else word


NO_YEAR = "year not given"


def day_words(value: Day) -> str:
    """``21 May 2025``, ``May 2025``, ``2025``, ``17 March``, ``about 2025``, ``spring 2025``."""
    parts = ["about"] if value.about else []
    if value.day:
        parts.append(str(value.day))
    if value.part:
        parts.append(PARTS[value.part][2])
    if value.month:
        parts.append(MONTHS[value.month - 1])
    if value.year is not None:
        parts.append(f"{value.year:04}")
    return " ".join(parts)


_ONE = r"(\d{4}|XXXX)(-\d{2}(-\d{2})?|-Q[1-4]|-H[12])?~?"


class DateType(ValueType[Edtf]):
    """A day, month, year or interval."""

    name = "date"
    accepted = ACCEPTED
    pattern = rf"^(\.\./{_ONE}|{_ONE}(/(\.\.|{_ONE}))?)$"
    is_read = True

    def parse(self, text: str) -> Edtf:
        return parse(text)

    def display(self, value: Edtf) -> str:
        """A date or interval in words; says so where the year is not known."""
        start, end = value.start, value.end
        suffix = "" if start.year is not None else f" ({NO_YEAR})"
        if value.open:
            return f"{'until' if value.open == 'start' else 'since'} {day_words(start)}{suffix}"
        if end is None:
            return day_words(start) + suffix
        exact = start.day and end.day and not (start.about or end.about)
        if exact and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{day_words(end)}{suffix}"
        if start.year == end.year and start.month and end.month:
            first = day_words(replace(start, year=None))
            return f"{first} – {day_words(end)}{suffix}"
        return f"{day_words(start)} – {day_words(end)}{suffix}"

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        """A range is one date, an interval; a change from one day to another is two."""
        return dates.read(text, language)

    def shows(self, found: Found, value: Edtf) -> bool:
        """Whether it is as precise as the recorded date, or more."""
        return dates.covers(found, value)

    def agrees(self, found: Found, value: Edtf) -> bool:
        return dates.agrees(found, value)

    def sort_key(self, value: Edtf | None) -> str:
        """Without a year it has no place among the others."""
        return value.order if value is not None and value.year is not None else ""


DATE = DateType()
