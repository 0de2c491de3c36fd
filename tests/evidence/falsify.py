"""Falsifications of this repository's own base, as a hurried or careless writer would make them.

Each puts a wrong value into a field, and the words that could have misled its writer into the
quotation: the wrong one of two values of the same quotation or sentence, one of the next sentence
or from elsewhere in the source, another record's fact, a link the wrong way round, two statements
stitched together. Others leave the record as it is and add to the source what takes back the words
that are quoted. One counts as caught only where the fact itself is refused, or is to be read for a
reason that `ASKS` names for its kind. The base need not record all that is true, but a value that
it does not record counts as false.

``python -m tests.evidence.falsify`` tries them all, counts them by kind, and prints those that
were not caught.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.evidence.corpora import Corpus, Document, Falsehood, Quote, Record
from tests.evidence.score import Outcome, outcomes

from policykb.base.entry import Entry, names_of
from policykb.check import engine
from policykb.check.context import Context
from policykb.evidence.quotation import Quotation
from policykb.model import Spec
from policykb.text import sentences
from policykb.values.amount import Number
from policykb.values.base import BadValue, ValueType
from policykb.values.country import COUNTRY
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
OMISSION = " […] "
LIMIT = ", unless the ministry decides otherwise"
CONDITION = "If the parties agree, "

ASKS: dict[str, frozenset[str]] = {
    "near the value": frozenset({"refused"}),
    "other word of the vocabulary": frozenset({"refused", "others", "hedged"}),
    "same quotation": frozenset({"refused", "others", "stitched"}),
    "same sentence": frozenset({"refused", "others"}),
    "same paragraph": frozenset({"refused", "others", "subject", "stitched"}),
    "same source": frozenset({"refused", "others", "subject"}),
    "another record": frozenset({"refused", "others", "subject"}),
    "swapped direction": frozenset({"refused", "others", "subject"}),
    "stitched": frozenset({"refused", "others", "stitched"}),
    "limit after the quotation": frozenset({"refused", "limited", "hedged"}),
    "condition before the quotation": frozenset({"refused", "limited", "hedged"}),
}
"""What each kind asks for: the grade, or one of its reasons."""


@dataclass(frozen=True)
class Fact:
    """One item of a field of a record, and a quotation that supports it."""

    entry: Entry
    field: str
    spec: Spec
    item: Any
    checked: Quotation

    def false(self, kind: str, value: str, quote: str) -> "False_":
        """A false fact of the record in this field, with words of the same source."""
        return kind, self.entry.id, self.field, value, self.checked.raw.source, quote


False_ = tuple[str, str, str, str, str, str]
"""Kind, record, field, value, source, words quoted."""


class Own:
    """This repository's base, as the corpus has its records, and what can be falsified in it."""

    def __init__(self, base: Context) -> None:
        self.base = base
        self.records = {entry.id: self._record(entry) for entry in base.by_id.values()}

    def _record(self, entry: Entry) -> Record:
        filled = list(entry.filled())
        facts = {name: text for name, _, text in filled if self._is_fact(entry, name)}
        options = {name: text for name, _, text in filled if name not in {*facts, "id"}}
        quotes = tuple(_quote(one) for one in self.base.evidence.of(entry))
        return Record(entry.id, entry.title, options, facts, quotes)

    @staticmethod
    def _is_fact(entry: Entry, name: str) -> bool:
        return entry.needs_support(name) and name not in entry.inferred

    def language(self, source: str) -> str:
        return str(self.base.by_id[source].value("language"))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The sources with their texts."""
        return tuple(
            Document(key, "docs", self.language(key), source.separator, source.text)
            for key, source in self.base.evidence.sources.items()
        )

    def corpus(self, falsehoods: Iterable[False_] = ()) -> Corpus:
        """The base as a corpus with false facts."""
        found = tuple(
            Falsehood("docs", kind, self.records[record], *rest)
            for kind, record, *rest in falsehoods
        )
        records = tuple(one for one in self.records.values() if one.type != "source")
        writings = {one.id: "docs" for one in records}
        return Corpus(self.documents, records, found, writings)

    def facts(self) -> Iterator[Fact]:
        """Each fact of the base, with the first quotation that supports it."""
        for entry in self.base.entries:
            checked = [one for one in self.base.evidence.of(entry) if one.match]
            for field in self.records[entry.id].facts:
                spec = entry.specs[field]
                supporting = [one for one in checked if field in one.supports]
                if supporting:
                    for item in entry.items(field):
                        yield Fact(entry, field, spec, item, supporting[0])


def _quote(checked: Quotation) -> Quote:
    raw = checked.raw
    options = {name: " ".join(text.split()) for name, text in raw.values.items()}
    kept = tuple((name, text) for name, text in options.items() if name != "supports")
    return Quote(raw.source, raw.quote, tuple(checked.supports), kept)


def values_in(own: Own, fact: Fact, text: str) -> list[str]:
    """The values of the fact's kind in a text that its record does not have, as written in it."""
    if fact.spec.is_link:
        return _linked(own, fact, text)
    language = own.language(fact.checked.raw.source)
    kind = fact.spec.value
    if kind in (DATE, NUMBER, COUNTRY):
        recorded = _recorded(fact.entry, kind)
        new = [
            one.value
            for one in kind.read(text, language)
            if not any(kind.agrees(one, other) for other in recorded)
        ]
        return list(dict.fromkeys(_written(fact.spec, one) for one in new))
    return [other for other in _texts(own, fact) if _stands(other, text)]


def _recorded(entry: Entry, kind: ValueType[Any]) -> list[Any]:
    """All values of a kind that a record has, in whatever field."""
    found: list[Any] = []
    for field, spec, _ in entry.filled():
        found += entry.items(field) if spec.value is kind else ()
    return found


def _written(spec: Spec, value: Any) -> str:
    if isinstance(value, Number):
        return f"{value.amount.normalize():f}" + "%" * value.percent
    return str(spec.value.print(value))


def _linked(own: Own, fact: Fact, text: str) -> list[str]:
    """Records of the field's target types that a text names and the record does not link."""
    linked = {fact.entry.id, *(one for ids in fact.entry.links.values() for one in ids)}
    known = [
        name for one in linked & own.base.by_id.keys() for name in names_of(own.base.by_id[one])
    ]
    bare = text
    for name in sorted(known, key=len, reverse=True):
        bare = bare.replace(name, "·")
    types = fact.spec.targets
    return [
        one.id
        for one in own.base.by_id.values()
        if one.id not in linked and ("any" in types or one.type in types)
        if any(_stands(name, bare) for name in names_of(one))
    ]


def _texts(own: Own, fact: Fact) -> list[str]:
    """Texts that other records have in a field of this kind."""
    value = str(fact.item)
    found = [one.text(fact.field) for one in own.base.entries if fact.field in one.specs]
    return list(dict.fromkeys(one for one in found if one and one not in value))


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _plain(text: str) -> str:
    return " ".join(text.split())


class Around:
    """The sentences around a quotation in its source."""

    def __init__(self, own: Own, checked: Quotation) -> None:
        source, match = checked.document, checked.match
        assert source is not None
        assert match is not None
        language = own.language(checked.raw.source)
        self.quote = _plain(checked.raw.quote)
        self.own: list[str] = []
        self.paragraph: list[str] = []
        self.after: list[str] = []
        self.elsewhere: list[str] = []
        for number, (start, end) in enumerate(source.paragraphs, 1):
            text = source.text[start:end]
            for at, to in sentences.split(text, language):
                place = self._place(number, start + at, start + to, checked)
                getattr(self, place).append(_plain(text[at:to]))
                if place == "paragraph" and start + at >= match.end:
                    self.after.append(_plain(text[at:to]))

    @staticmethod
    def _place(number: int, at: int, to: int, checked: Quotation) -> str:
        assert checked.match is not None
        if number != checked.match.paragraph:
            return "elsewhere"
        inside = at < checked.match.end and to > checked.match.start
        return "own" if inside else "paragraph"


def in_the_quotation(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """Another value of the very words quoted."""
    for value in values_in(own, fact, around.quote):
        yield fact.false("same quotation", value, fact.checked.raw.quote)


def in_the_sentence(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """A value of the rest of the sentence, with the whole sentence quoted."""
    inside = set(values_in(own, fact, around.quote))
    for sentence in around.own:
        for value in values_in(own, fact, sentence):
            if value not in inside:
                yield fact.false("same sentence", value, sentence)


def in_the_paragraph(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """A value of another sentence of the paragraph, with that sentence quoted."""
    for sentence in around.paragraph:
        for value in values_in(own, fact, sentence)[:2]:
            yield fact.false("same paragraph", value, sentence)


def in_the_source(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """A value from elsewhere in the source, with its sentence quoted."""
    found = [
        fact.false("same source", value, sentence)
        for sentence in around.elsewhere
        for value in values_in(own, fact, sentence)[:1]
    ]
    yield from found[:3]


def stitched(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """The quotation joined with a later sentence of the paragraph that holds another value."""
    for sentence in around.after:
        for value in values_in(own, fact, sentence)[:1]:
            yield fact.false("stitched", value, around.quote + OMISSION + sentence)


def near(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """Values near the true one that the quotation does not hold."""
    tried: Iterable[str] = ()
    if isinstance(fact.item, Edtf):
        tried = near_dates(fact.item)
    elif isinstance(fact.item, Number):
        tried = near_numbers(fact.item)
    for value in tried:
        yield fact.false("near the value", value, fact.checked.raw.quote)


def near_dates(value: Edtf) -> Iterator[str]:
    """Dates near one, and more precise than it."""
    start = str(value.start)
    texts = []
    if value.earliest is not None and value.start.day is not None:
        texts += [str(value.earliest + datetime.timedelta(days)) for days in (-31, -1, 1, 10)]
    if value.start.year is not None:
        texts += [f"{value.start.year + step}{start[4:]}" for step in (-10, -1, 1)]
    if value.start.day is None:
        texts += [f"{start}-01" if value.start.month is not None else f"{start}-01-01"]
    for text in texts:
        try:
            yield DATE.print(DATE.parse(text))
        except BadValue:
            continue


def near_numbers(value: Number) -> Iterator[str]:
    """Numbers near one, of another size, and with or without %."""
    for amount in (value.amount + 1, value.amount * 10, value.amount / 1000):
        if amount != value.amount:
            yield format(amount.normalize(), "f") + "%" * value.percent
    yield value.text.removesuffix("%") if value.percent else f"{value.amount.normalize():f}%"


def other_words(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """Every other value of a vocabulary."""
    vocabulary = fact.spec.value
    if isinstance(vocabulary, Vocabulary):
        for value in vocabulary.choices:
            if value != fact.item:
                yield fact.false("other word of the vocabulary", value, fact.checked.raw.quote)


def of_another_record(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """Two other records' facts in the field, with their quotations."""
    mine = _recorded_texts(fact)
    others = [
        Fact(entry, fact.field, fact.spec, item, one)
        for entry in own.base.entries
        if entry.type == fact.entry.type and entry is not fact.entry
        for one in own.base.evidence.of(entry)
        if fact.field in one.supports and one.match and fact.field in own.records[entry.id].facts
        for item in entry.items(fact.field)
        if _written(fact.spec, item) not in mine and item != fact.entry.id
    ]
    start = sum(map(ord, fact.entry.id + fact.field)) % max(len(others), 1)
    for other in (others[start:] + others[:start])[:2]:
        value = _written(fact.spec, other.item)
        kind, _, field, *_ = fact.false("another record", value, "")
        yield kind, fact.entry.id, field, value, other.checked.raw.source, other.checked.raw.quote


def _recorded_texts(fact: Fact) -> set[str]:
    return {_written(fact.spec, one) for one in fact.entry.items(fact.field)}


def swapped(own: Own, fact: Fact, around: Around) -> Iterator[False_]:
    """The record as what the linked one links to."""
    if not fact.spec.is_link:
        return
    other = own.base.by_id[fact.item]
    spec = other.specs.get(fact.field)
    if spec is not None and ("any" in spec.targets or fact.entry.type in spec.targets):
        quote = fact.checked.raw
        yield (
            "swapped direction", other.id, fact.field, fact.entry.id, quote.source, quote.quote,
        )  # fmt: skip


WAYS: tuple[Callable[[Own, Fact, Around], Iterator[False_]], ...] = (
    in_the_quotation,
    in_the_sentence,
    in_the_paragraph,
    in_the_source,
    stitched,
    near,
    other_words,
    of_another_record,
    swapped,
)


def falsehoods(own: Own) -> list[False_]:
    """All false facts, each once."""
    found: dict[False_, None] = {}
    for fact in own.facts():
        around = Around(own, fact.checked)
        for way in WAYS:
            found |= dict.fromkeys(way(own, fact, around))
    return list(found)


def sample(found: list[False_], kind: int, record: int) -> list[False_]:
    """All of the rare kinds; of each other kind at most ``kind``, spread evenly, of which at most
    ``record`` are of a record."""
    kinds: dict[str, list[False_]] = defaultdict(list)
    for one in found:
        kinds[one[0]].append(one)
    kept: list[False_] = []
    seen: Counter[str] = Counter()
    for many in sorted(kinds.values(), key=len):
        for one in many[:: max(1, len(many) // kind)][:kind]:
            if len(many) <= kind or seen[one[1]] < record:
                kept.append(one)
                seen[one[1]] += 1
    return kept


Added = tuple[str, int, str]
"""Source, place in its text, words put there."""


def limit(own: Own, checked: Quotation) -> Added | None:
    """A limit right after the quotation; None where the quotation ends its sentence."""
    source, match = checked.document, checked.match
    assert source is not None
    assert match is not None
    ended = source.text[match.end - 1] in ".!?。"
    return None if ended else (checked.raw.source, match.end, LIMIT)


def condition(own: Own, checked: Quotation) -> Added | None:
    """A condition at the start of the sentence that the quotation begins in."""
    source, match = checked.document, checked.match
    assert source is not None
    assert match is not None
    start, end = source.paragraphs[match.paragraph - 1]
    for at, to in sentences.split(source.text[start:end], own.language(checked.raw.source)):
        if start + at <= match.start < start + to:
            return checked.raw.source, start + at, CONDITION
    return None


def taken_back(
    own: Own, kind: str, adds: Callable[[Own, Quotation], Added | None]
) -> Iterator[Outcome]:
    """Every fact of the base, after words were added to the sources that take it back.

    Quotations that overlap take turns: the words would stand inside the other one.
    """
    quotations = [one for found in own.base.evidence.by_entry.values() for one in found]
    places = {id(one): place for one in quotations if one.match and (place := adds(own, one))}
    left = [one for one in quotations if id(one) in places]
    while left:
        now: list[Quotation] = []
        for one in left:
            if all(_apart(one, other, places) for other in now):
                now.append(one)
        left = [one for one in left if one not in now]
        added = {places[id(one)] for one in now}
        documents = tuple(_with(one, added) for one in own.documents)
        changed = {(one.entry.id, one.raw.quote) for one in now}
        rests = _resting_on(own, changed)
        for fact in outcomes(replace(own.corpus(), documents=documents)):
            if fact.key[:2] in rests:
                yield replace(fact, kind=kind)


def _apart(one: Quotation, other: Quotation, places: dict[int, Added]) -> bool:
    """Whether neither quotation has inside it what is added for the other."""
    return not any(
        places[id(added)][0] == of.raw.source
        and of.match is not None
        and of.match.start < places[id(added)][1] < of.match.end
        for added, of in ((one, other), (other, one))
    )


def _with(document: Document, added: set[Added]) -> Document:
    text = document.text
    for source, at, words in sorted(added, reverse=True):
        if source == document.id:
            text = text[:at] + words + text[at:]
    return replace(document, text=text)


def _resting_on(own: Own, quotations: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The facts (record, field) all of whose quotations are among these."""
    return {
        (record.id, field)
        for record in own.records.values()
        for field in record.facts
        if all((record.id, one.text) in quotations for one in record.quotes if field in one.fields)
    }


def outcomes_of(own: Own, found: list[False_]) -> Iterator[Outcome]:
    """What becomes of false facts, and of the true ones whose sources take them back."""
    yield from (one for one in outcomes(own.corpus(found)) if one.kind)
    yield from taken_back(own, "limit after the quotation", limit)
    yield from taken_back(own, "condition before the quotation", condition)


def table(found: list[Outcome]) -> Iterator[str]:
    """By kind: how many were tried, with which grade, and how many were caught."""
    yield f"{'kind':32} tried refused to-read pointed shown caught"
    for kind in ASKS:
        own = [one for one in found if one.kind == kind]
        grades = Counter(one.verdict.grade for one in own)
        counts = [grades[name] for name in ("refused", "to-read", "pointed", "shown")]
        numbers = "".join(f"{number:8}" for number in counts)
        yield f"{kind:32}{len(own):6}{numbers}{len(caught(own)):7}"


def caught(found: list[Outcome]) -> list[Outcome]:
    """Those caught for a reason that their kind asks for."""
    return [one for one in found if one.rightly(ASKS[one.kind])]


def main() -> None:
    """Try every falsification of this repository's own base."""
    own = Own(engine.load(ROOT))
    found = list(outcomes_of(own, falsehoods(own)))
    for one in found:
        if not one.rightly(ASKS[one.kind]):
            print(f"{one.kind}: {' '.join(one.key)}: {one.verdict}")
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
