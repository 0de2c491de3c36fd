"""Where a value stands in a quotation: one way for every field, chosen by what the field holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from policykb.evidence.links import LONGEST, Mention, Mentions, swallowed
from policykb.text import money
from policykb.text.normalize import CJK, is_cjk, normalize
from policykb.values.base import Found, ValueType
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.evidence.facts import Fact, Record
    from policykb.evidence.passage import Passage
    from policykb.values.amount import Number

Span = tuple[int, int]

_SKIP = r"[\s,()'\"/-]*(?:\([^()]{0,40}\)\s*)?(?:(?:the|of|a|an|and|for|in)\s+){0,2}"
_TOKEN = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|[%€$£¥&+]")
_LIGHT = frozenset("a an the of and for in".split())
_MONEY = re.compile(rf"[^\W\d_{CJK}]+|[{CJK}$€£¥]")
_CODE = re.compile(r"[A-Z]{3}")


class Text:
    """A passage as values are looked for in it: every reading made once."""

    def __init__(self, passage: Passage, mentions: Mentions) -> None:
        self.passage = passage
        self.known = passage.known
        self.all_mentions = mentions
        self.described: dict[str, list[Span]] = {}
        """By id, where words of a record's title stand, as far as was asked."""
        self.strangers: tuple[Record, list[Mention]] | None = None
        """The names that a record does not account for, for the record last asked of."""
        self._terms: dict[str, dict[str, list[Span]]] = {}
        self._around: dict[ValueType[Any], list[Found]] = {}
        self._read: dict[ValueType[Any], list[Found]] = {}

    @cached_property
    def mentions(self) -> list[Mention]:
        """The names of known records that are quoted."""
        return [one for one in self.all_mentions if self.passage.holds(one.at, one.to)]

    @cached_property
    def longest(self) -> list[Mention]:
        """Those that are no part of a longer name."""
        return [one for one in self.mentions if swallowed(one, self.all_mentions) is None]

    def read(self, kind: ValueType[Any]) -> list[Found]:
        """The values of a kind that are quoted, read as the source has them."""
        found = self._read.get(kind)
        if found is None:
            around = self.read_around(kind)
            found = [one for one in around if self.passage.holds(one.at, one.to)]
            self._read[kind] = found
        return found

    def read_around(self, kind: ValueType[Any]) -> list[Found]:
        """The values of a kind in the sentences of the quotation."""
        found = self._around.get(kind)
        if found is None:
            passage = self.passage
            found = self._around[kind] = [
                one._replace(at=one.at + low, to=one.to + low)
                for low, high in passage.windows
                for one in kind.read(passage.text[low:high], self.known.language)
            ]
        return found

    def terms(self, vocabulary: Vocabulary, value: str, *, weak: bool) -> list[Span]:
        """Where words of a vocabulary's value are quoted; ``weak`` ones show it, and contradict no
        other."""
        spans = self.terms_around(vocabulary).get(value, [])
        if weak:
            spans = spans + self._marks("weak", vocabulary.name, value)
        return [span for span in spans if self.passage.holds(*span)]

    def terms_around(self, vocabulary: Vocabulary) -> dict[str, list[Span]]:
        """Where words of a vocabulary stand in the sentences of the quotation, by value."""
        found = self._terms.get(vocabulary.name)
        if found is None:
            spans = ((value, self._spans(vocabulary, value)) for value in vocabulary.choices)
            found = self._terms[vocabulary.name] = {value: where for value, where in spans if where}
        return found

    def _spans(self, vocabulary: Vocabulary, value: str) -> list[Span]:
        if vocabulary.name in self.known.vocabularies():
            return self._marks("stems", vocabulary.name, value)
        pattern, text = words(value.replace("-", " ")), self.passage.text
        return [
            match.span() for part in self.passage.windows for match in pattern.finditer(text, *part)
        ]

    def _marks(self, *table: str) -> list[Span]:
        return [mark for one in self.passage.sentences for mark in one.marks(*table)]

    def within_name(self, at: int, to: int) -> bool:
        """Whether a stretch lies within the name of a known record."""
        return self.all_mentions.around(at, to) is not None


def spans(text: Text, fact: Fact) -> list[Span]:
    """Where the value stands in the quotation."""
    if fact.kind == "link":
        return [(one.at, one.to) for one in _named(text, fact)]
    if isinstance(fact.spec.value, Vocabulary):
        return sorted(text.terms(fact.spec.value, fact.item, weak=True))
    if fact.kind == "text":
        return list(_texts(text, fact))
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


def values(text: Text, fact: Fact, *, weak: bool = False) -> Iterator[Value]:
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
            yield Value((one.at, one.to), kind.print(kind.typed(one)), kind.shows(one, fact.item))


def _is_shown(fact: Fact, one: Found) -> bool:
    if fact.spec.value is NUMBER:
        return is_figure(fact.entry, one, fact.item)
    return fact.spec.value.shows(one, fact.item)


def is_figure(entry: Entry, one: Found, value: Number) -> bool:
    """Whether a number in a text is a record's, or the end of a range that its bound speaks of: of
    "10 to 15" at least 10, at most 15."""
    amount, percent, high = one.value
    end = {"at-least": amount, "at-most": high}.get(entry.text("bound"))
    if high is not None and value.high is None:
        return (end, percent) == (value.amount, value.percent)
    return NUMBER.shows(one, value)


def _in_own(text: Text, fact: Fact, one: Found) -> bool:
    """Whether a country stands within the record's own name: "Ghana Minerals Office"."""
    return any(
        fact.entry.id in name.records and name.at <= one.at and one.to <= name.to
        for name in text.mentions
    )


def _named(text: Text, fact: Fact) -> Iterator[Mention]:
    for one in text.mentions:
        if fact.item in one.records:
            around = swallowed(one, text.all_mentions)
            if around is None or fact.item in around or fact.entry.id in around:
                yield one


def has_value(text: Text, fact: Fact, part: Span) -> bool:
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


@lru_cache(maxsize=2048)
def words(value: str) -> re.Pattern[str]:
    """The words of a text in their order, but for light words, brackets and marks between them."""
    plain = normalize(value)
    if any(map(is_cjk, plain)):
        return re.compile(re.escape(plain), re.IGNORECASE)
    found = _TOKEN.findall(plain)
    weighty = [word for word in found if word.lower() not in _LIGHT]
    if not weighty:
        # Light words that may be left out between light words would be tried in all ways.
        return re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)", re.IGNORECASE)
    if len(weighty) > LONGEST:
        # As it is written: so a search of a text by itself takes time in proportion to its length.
        return re.compile(re.escape(plain))
    body = _SKIP.join(map(re.escape, weighty))
    start = r"(?<!\w)(?<!\d[.,])" if weighty[0][0].isalnum() else ""
    end = r"(?:e?s)?(?!\w|[.,]\d)" if weighty[-1][-1].isalnum() else ""
    return re.compile(start + body + end, re.IGNORECASE)


def _texts(text: Text, fact: Fact) -> Iterator[Span]:
    code = currency(fact.item) if fact.field == "unit" else None
    if code is not None:
        yield from _sums(text, fact, code)
        return
    amount = _amount(fact.item)
    if amount is not None:
        for one in text.read(NUMBER):
            if one.value == amount.value and one.unit == amount.unit:
                yield one.at, one.to
    pattern, whole = words(fact.item), text.passage.text
    for run in text.passage.runs:
        for match in pattern.finditer(whole, *run):
            yield match.span()


def _sums(text: Text, fact: Fact, code: str) -> Iterator[Span]:
    """Where a currency is quoted: with the record's value, or by itself where there is none."""
    value = fact.entry.value("value", NUMBER)
    for one in text.read(NUMBER):
        if one.unit == code and (value is None or is_figure(fact.entry, one, value)):
            yield one.at, one.to
    if value is None:
        for low, high in text.passage.runs:
            for match in _MONEY.finditer(text.passage.text, low, high):
                if money.named(text.passage.text, match.start())[0] == code:
                    yield match.span()


@lru_cache(maxsize=1024)
def currency(unit: str) -> str | None:
    """The code of a currency that a unit is; None where it is another unit."""
    if _CODE.fullmatch(unit):
        return unit
    plain = normalize(unit)
    code, end = money.named(plain, 0)
    return code if end == len(plain) else None


@lru_cache(maxsize=1024)
def _amount(value: str) -> Found | None:
    """The number that a text is, such as a stake of 30 percent; None where it is more."""
    plain = normalize(value)
    found = NUMBER.read(plain, "en")
    if len(found) == 1 and (found[0].at, found[0].to) == (0, len(plain)):
        return found[0]
    return None
