"""The fact table: every value of every record with what it rests on, from which all tables that are
offered for download are made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.evidence.facts import Fact, Record
from policykb.evidence.grade import Graded
from policykb.evidence.quotation import Quotation
from policykb.model import Spec
from policykb.model.spec import split_items
from policykb.text.money import named
from policykb.values import number
from policykb.values.amount import Number
from policykb.values.base import BadValue
from policykb.values.money import MONEY, Money

_ELSEWHERE = frozenset({"id", "title"})


class Amount(NamedTuple):
    """A value as a number: of a range ``number`` is the lower end and ``upper`` the upper one."""

    number: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    """What is counted; begins with ``%`` where a share is given."""
    currency: str = ""
    """ISO 4217 code."""


class Row(NamedTuple):
    """One value of one field of one record."""

    entry: Entry
    field: str
    value: str
    """As written; of a list one item."""
    words: str
    """As readers see it: of a link the title of the record."""
    amount: Amount
    grade: str
    """How far the fact got; empty for what editors know, which no quotation must show."""
    why: str
    """Why it got no further, or why it is inferred."""
    quote: Quotation | None
    """The quotation that does most for it, or the first that is said to show it."""
    number: int
    """The number of the quotation within its record, from 1; 0 where there is none."""
    permalink: str

    @property
    def record(self) -> str:
        return self.entry.id

    @property
    def spec(self) -> Spec:
        return self.entry.specs[self.field]

    @property
    def label(self) -> str:
        return self.spec.words_for(self.field)

    @property
    def source(self) -> str:
        """The id of the source of its quotation."""
        return self.quote.raw.source.strip() if self.quote else ""

    @property
    def quotation(self) -> str:
        return " ".join(self.quote.raw.quote.split()) if self.quote else ""


def rows(
    base: Context, graded: Mapping[str, Sequence[Graded]], permalink: Callable[[str, str], str]
) -> Iterator[Row]:
    """Every value, by record, in the order written; titles and ids are the records' own. ``graded``
    has the facts of each record that is wanted."""
    for ident, facts in graded.items():
        entry = base.by_id[ident]
        quotes = base.evidence.of(entry)
        numbers = {id(quote): number for number, quote in enumerate(quotes, 1)}
        for fact, grade in _values(base, entry, facts):
            said = (quote for quote in quotes if fact.field in quote.supports)
            quote = (grade.best if grade else None) or next(said, None)
            yield Row(
                entry,
                fact.field,
                fact.value,
                _words(base, fact),
                _amount(entry, fact),
                grade.grade if grade else "",
                entry.inferred.get(fact.field) or ", ".join(grade.why) if grade else "",
                quote,
                numbers[id(quote)] if quote else 0,
                permalink(ident, f"f-{fact.field}"),
            )


def _values(
    base: Context, entry: Entry, facts: Sequence[Graded]
) -> Iterator[tuple[Fact, Graded | None]]:
    """Every value of a record; with its grade where a quotation must show it."""
    graded: dict[str, list[Graded]] = {}
    for one in facts:
        graded.setdefault(one.fact.field, []).append(one)
    record = Record(base, entry)
    for field, spec, text in entry.filled():
        if field in graded:
            yield from ((one.fact, one) for one in graded[field])
        elif field not in _ELSEWHERE and entry.text(field):
            items = entry.items(field)
            for index, value in enumerate(split_items(text) if spec.many else [text]):
                item = items[index] if index < len(items) else None
                yield Fact(record, field, value, item, index), None


def _words(base: Context, fact: Fact) -> str:
    if fact.spec.is_link:
        target = base.by_id.get(fact.value)
        return target.title if target is not None else fact.value
    if fact.item is None:
        return fact.value
    return ", ".join(fact.spec.value.parts(fact.item))


def _amount(entry: Entry, fact: Fact) -> Amount:
    """A value as a number, where it is a figure, a sum of money, or a text that is nothing but a
    percentage or a sum."""
    is_text = isinstance(fact.item, str)
    item = _read(fact.value) if is_text and not fact.spec.is_link else fact.item
    if isinstance(item, Money):
        return Amount(item.amount, currency=item.currency)
    if not isinstance(item, Number):
        return Amount()
    unit = entry.text("unit") if not is_text and "unit" in entry.specs else ""
    code, end = named(unit, 0) if unit else (None, 0)
    share = f"% {unit}".rstrip() if item.percent else unit
    return Amount(item.amount, item.high, share, code if code and end == len(unit) else "")


def _read(text: str) -> Money | Number | None:
    """The share or the sum that a text is."""
    if text.endswith("%"):
        return number.read(text)
    if text[:1].isdigit() and text[-3:].isascii() and text[-3:].isupper():
        with suppress(BadValue):
            return MONEY.parse(text)
    return None
