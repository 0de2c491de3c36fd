"""Where a value stands in a quotation: one way for every field, chosen by what the field holds."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from policykb.evidence.facts import Fact
from policykb.evidence.passage import Passage
from policykb.text import money
from policykb.text.characters import CJK, compiled
from policykb.text.normalize import normalize
from policykb.text.search import words
from policykb.values.base import Found
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary

Span = tuple[int, int]

_MONEY = rf"[^\W\d_{CJK}]+|[{CJK}$€£¥]"
_CODE = re.compile(r"[A-Z]{3}")


def spans(text: Passage, fact: Fact) -> list[Span]:
    """Where the value stands in the quotation."""
    if fact.kind == "link":
        return list(text.named(fact.item, fact.entry.id))
    if fact.kind == "text":
        return list(_texts(text, fact))
    if isinstance(fact.spec.value, Vocabulary):
        return sorted(text.terms(fact.spec.value, fact.item, weak=True))
    return [
        (one.at, one.to)
        for one in text.read(fact.spec.value)
        if _is_shown(fact, one) and (one.cue != "name" or _in_own(text, fact, one))
    ]


class Value(NamedTuple):
    """A value of a field's kind in a quotation: where it stands, what it says, and whether it is
    that of the fact."""

    span: Span
    said: str
    own: bool


def values(text: Passage, fact: Fact, *, weak: bool = False) -> Iterator[Value]:
    """Every value of the fact's kind that is quoted, its own as well; none of free text. ``weak``:
    also other values of a vocabulary by words that contradict none."""
    kind = fact.spec.value
    if fact.kind == "link":
        for name in text.mentions:
            if name.exact and any(map(fact.is_target, name.records)):
                said = min(name.records, key=lambda one: (one not in fact.accounted, one))
                yield Value((name.at, name.to), said, fact.value in name.records)
    elif isinstance(kind, Vocabulary):
        for choice in kind.choices:
            for span in text.terms(kind, choice, weak=weak or choice == fact.item):
                yield Value(span, choice, choice == fact.item)
    else:
        for one in text.read(kind):
            yield Value((one.at, one.to), kind.print(one.value), kind.shows(one, fact.item))


def _is_shown(fact: Fact, one: Found) -> bool:
    if fact.spec.value is NUMBER:
        return is_figure(fact, one)
    if fact.spec.value is DATE:
        one = _one_end(fact, one)
    return fact.spec.value.shows(one, fact.item)


def _one_end(fact: Fact, one: Found) -> Found:
    """Of an interval of days, the one that a field's can be: what opens does so on the first."""
    said, wrong = one.value, fact.spec.contradicted
    either = ("start" in wrong) == ("end" in wrong) or one.cue == "either"
    if either or not (said.end and said.end.day and said.start.day) or fact.item.end:
        return one
    return one._replace(value=Edtf(said.end if "start" in wrong else said.start))


def is_figure(fact: Fact, one: Found) -> bool:
    """Whether a number in a text is that of a fact, or the end of a range that its bound speaks of:
    of "10 to 15" at least 10, at most 15."""
    value = one.value
    if value.high is None or fact.item.high is not None:
        return NUMBER.shows(one, fact.item)
    said = fact.exactness or ()
    end = value.amount if "at-least" in said else value.high if "at-most" in said else None
    return (end, value.percent) == (fact.item.amount, fact.item.percent)


def _in_own(text: Passage, fact: Fact, one: Found) -> bool:
    """Whether a country stands within the record's own name: "Ghana Minerals Office"."""
    return any(
        fact.entry.id in name.records and name.at <= one.at and one.to <= name.to
        for name in text.mentions
    )


def has_value(text: Passage, fact: Fact, part: Span) -> bool:
    """Whether a part of the text that is not quoted has a value of the fact's kind: of a
    vocabulary, another one."""
    if fact.spec.value.is_read:
        return any(
            part[0] <= one.at and one.to <= part[1] for one in text.read_around(fact.spec.value)
        )
    vocabulary = fact.spec.value
    return isinstance(vocabulary, Vocabulary) and any(
        part[0] <= at and to <= part[1]
        for value, where in text.terms_around(vocabulary).items()
        if value != fact.item
        for at, to in where
    )


def _texts(text: Passage, fact: Fact) -> Iterator[Span]:
    number = fact.counted
    if number and (code := currency(fact.item)):
        for at, to in _sums(text, number, code):
            behind = _for_each(fact.item).match(text.text, to)
            if behind and text.holds(*behind.span()):
                yield at, behind.end()
        return
    if number:
        yield from _joined(text, number, normalize(fact.item))
    own = amount(fact.item)
    if own is not None:
        for one in text.read(NUMBER):
            if one.value == own.value and one.unit == own.unit:
                yield one.at, one.to
    pattern, whole = words(fact.item), text.text
    for run in text.runs:
        for match in pattern.finditer(whole, *run):
            yield match.span()


def _joined(text: Passage, number: Fact, unit: str) -> Iterator[Span]:
    """Where a unit stands right behind the digits of the record's number: "20GWh"."""
    for one in text.read(NUMBER) if unit.isascii() else ():
        if number.item is not None and not is_figure(number, one):
            continue
        for at in (one.to - len(unit), one.to):
            to = at + len(unit)
            cut = any(map(_is_letter, (text.text[at - 1], text.text[to : to + 1])))
            is_unit = at > one.at and text.text.startswith(unit, at)
            if is_unit and not cut and text.holds(at, to):
                yield at, to


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _sums(text: Passage, number: Fact, code: str) -> Iterator[Span]:
    """Where a currency is quoted: with the record's value, or by itself where there is none."""
    for one in text.read(NUMBER):
        if one.unit == code and (number.item is None or is_figure(number, one)):
            yield one.at, one.to
    for low, high in text.runs if number.item is None else ():
        for match in compiled(_MONEY).finditer(text.text, low, high):
            if money.named(text.text, match.start())[0] == code:
                yield match.span()


_EACH = re.compile(r" per |/")


@lru_cache(maxsize=1024)
def _for_each(unit: str) -> re.Pattern[str]:
    """How a text says what sums of a unit are for: of "USD per acre", "an acre" as well."""
    _, *each = _EACH.split(normalize(unit))
    parts = (rf"(?: ?/ ?| an? | each | per ){re.escape(one)}(?!\w)" for one in each)
    return re.compile("".join(parts), re.IGNORECASE)


@lru_cache(maxsize=1024)
def currency(unit: str) -> str | None:
    """The code of a currency that a unit is, or is for each of something, as in "USD per acre";
    None where it is another unit."""
    plain = _EACH.split(normalize(unit))[0]
    if _CODE.fullmatch(plain):
        return plain
    code, end = money.named(plain, 0)
    return code if end == len(plain) else None


@lru_cache(maxsize=1024)
def amount(value: str) -> Found | None:
    """The number that a text is, such as a stake of 30 percent; None where it is more."""
    plain = normalize(value)
    found = NUMBER.read(plain, "en")
    if len(found) == 1 and (found[0].at, found[0].to) == (0, len(plain)):
        return found[0]
    return None
