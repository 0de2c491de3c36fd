"""How far each fact got: what its quotations show, and what a person still has to judge.

A machine proves presence, a person judges meaning. ``shown`` says that the value stands in the
quotation beside the record's name, alone of its kind and unhedged; not that the relation holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykb.evidence import mood, readers, surface
from policykb.evidence.document.find import weight
from policykb.evidence.facts import Fact, facts_of
from policykb.evidence.links import Mention, swallowed
from policykb.evidence.passage import Passage
from policykb.evidence.subject import marked_words, subjects
from policykb.evidence.surface import Text

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.evidence.state import Checked, Evidence

Span = tuple[int, int]

GRADES = ("refused", "to-read", "pointed", "shown", "inferred")
REASONS = tuple("absent denied subject others hedged limited stitched ambiguous language".split())
MOST = 12
"""Places of a value, and of the record's name, that are looked at in one quotation."""
PASSES = ("shown", "pointed")
_BEST = {"shown": 0, "pointed": 1, "to-read": 2, "refused": 3}


class Verdict(NamedTuple):
    """What one quotation does for a fact: a grade, and why it is no better."""

    grade: str
    why: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int]:
        return _BEST[self.grade], len(self.why)


class Graded(NamedTuple):
    """A fact with its grade, and the quotations that are said to show it."""

    fact: Fact
    grade: str
    why: tuple[str, ...]
    quotes: tuple[Checked, ...]


def grade_record(evidence: Evidence, entry: Entry) -> Iterator[Graded]:
    """Every fact of a record with its grade."""
    quotes = evidence.of(entry)
    for fact in facts_of(evidence.base, entry):
        mine = tuple([one for one in quotes if fact.field in one.supports])
        if fact.field in entry.inferred:
            yield Graded(fact, "inferred", (), mine)
        else:
            best = grade(evidence, fact, mine)
            yield Graded(fact, best.grade, best.why, mine)


def grade(evidence: Evidence, fact: Fact, quotes: tuple[Checked, ...]) -> Verdict:
    """The best that any of its quotations does for a fact."""
    found = [verdict(evidence, fact, one) for one in quotes] if fact.item is not None else []
    return min(found, key=lambda one: one.order, default=Verdict("refused", ("absent",)))


def verdict(evidence: Evidence, fact: Fact, one: Checked) -> Verdict:
    """What a quotation does for a fact, in the place where it stands; ambiguous where it stands in
    the source again and does less there."""
    text = evidence.text(one)
    if text is None:
        return Verdict("refused", ("absent",))
    found = judge(fact, one, text)
    if found.grade in PASSES:
        for other in evidence.elsewhere(one):
            if judge(fact, one, other).grade not in PASSES:
                return Verdict("to-read", ("ambiguous",))
    return found


def judge(fact: Fact, one: Checked, text: Text) -> Verdict:
    """What a quotation does for a fact at one place of the source."""
    known, place = text.known, text.passage
    pointed = _pointed(fact, one, place)
    if pointed is None and _unreadable(fact, text):
        return Verdict("to-read", ("language",))
    spans = [pointed] if pointed else surface.spans(text, fact)
    if not spans:
        return Verdict("refused", ("absent",))
    words = mood.FAR if surface.kind_of(fact) == "term" else mood.NEAR
    if known is not None:
        real = [span for span in spans[:99] if not mood.denied(place, known, span, words)]
        if not real and pointed is None:
            return Verdict("refused", ("denied",))
        spans = real or spans
    named = subjects(fact.entry, text, fact.vouching)
    by_words = _marked(one, place)
    named, spans = named[:MOST], spans[:MOST]
    best = min(
        (_reasons(fact, one, text, span, named or by_words, pointed is not None) for span in spans),
        key=len,
    )
    if best:
        return Verdict("to-read", best)
    return Verdict("pointed" if pointed or (by_words and not named) else "shown")


def names_record(evidence: Evidence, entry: Entry, place: Passage) -> bool:
    """Whether a quotation names a record."""
    vouching = frozenset(ident for ids in entry.links.values() for ident in ids)
    return bool(subjects(entry, evidence.text_at(place), vouching))


def is_present(evidence: Evidence, fact: Fact, place: Passage) -> bool:
    """Whether a quotation has the value in it, undenied."""
    text = evidence.text_at(place)
    known, spans = text.known, surface.spans(text, fact)
    return any(known is None or not mood.denied(place, known, span) for span in spans)


def has_other(evidence: Evidence, fact: Fact, place: Passage) -> bool | None:
    """Whether a quotation has another value of the field's kind in it; None for free text."""
    text = evidence.text_at(place)
    kind = surface.kind_of(fact)
    if kind == "text":
        return None
    if kind == "link":
        return any(
            fact.value not in one.records and any(map(fact.is_target, one.records))
            for one in text.mentions
        )
    if kind == "term":
        return any(
            next(surface.terms(text, fact.spec.value, value, weak=True), None) is not None
            for value in surface.values_of(fact.spec.value)
            if value != fact.item
        )
    return any(not readers.agrees(kind, one, fact.item) for one in text.read(kind))


def _unreadable(fact: Fact, text: Text) -> bool:
    """Whether nothing is known of the source's language that the value needs."""
    kind = surface.kind_of(fact)
    if kind in ("link", "text"):
        return False
    if text.known is None:
        return True
    vocabularies = text.known.vocabularies()
    return kind == "term" and (
        not vocabularies
        or (fact.spec.value.name not in vocabularies and text.known.language != "en")
    )


def _pointed(fact: Fact, one: Checked, place: Passage) -> Span | None:
    """Where the words stand that the writer says show the value."""
    for mapping in one.mappings:
        if mapping.field == fact.field and mapping.value in (None, fact.value):
            return place.find(mapping.words)
    return None


def _marked(one: Checked, place: Passage) -> list[Span]:
    """Where the words stand that the writer says stand for the record."""
    found = place.find(marked_words(one.raw))
    return [found] if found else []


def _reasons(
    fact: Fact, one: Checked, text: Text, span: Span, named: list[Span], pointed: bool
) -> tuple[str, ...]:
    """Why a fact whose value stands at a span is to be read by a person."""
    place, known = text.passage, text.known
    found = []
    if not named:
        found.append("subject")
    if not pointed and (surface.others(text, fact, span) or _begun(fact, text, span)):
        found.append("others")
    if known is not None and _is_hedged(fact, one, text, span):
        found.append("hedged")
    if known is not None and mood.limited(place, known, span):
        found.append("limited")
    if named and not any(_joined(fact, text, span, subject) for subject in named):
        found.append("stitched")
    return tuple(found)


def _is_hedged(fact: Fact, one: Checked, text: Text, span: Span) -> bool:
    known, place, kind = text.known, text.passage, surface.kind_of(fact)
    assert known is not None
    future = kind == "term" and fact.item in fact.spec.value.future  # type: ignore[attr-defined]
    if kind == "term" and not future and mood.unreal(place, known, span):
        return True
    if future:
        return False
    numeric = kind == "number" and fact.entry.text("bound") not in ("projected", "target")
    said = bool(one.raw.values.get("said_by", "").strip())
    return mood.hedged(place, known, span, said=said, numeric=numeric)


def _joined(fact: Fact, text: Text, span: Span, subject: Span) -> bool:
    """Whether a value and the record's name stand in one sentence, nothing that matters being left
    out between them; or the name is the heading of the sentence."""
    place = text.passage
    sentence = place.within.sentence
    one, other = sentence(span[0]), sentence(subject[0])
    if one < other:
        return surface.kind_of(fact) == "link" and _is_heading(place, one, span)
    if one > other:
        return _is_heading(place, other, subject)
    low, high = min(span[0], subject[0]), max(span[1], subject[1])
    return not any(_matters(fact, text, gap) for gap in place.left_out(low, high))


HEADING = 14
"""What a sentence that is only a name may have beside it: brackets, a number, an abbreviation."""


def _is_heading(place: Passage, number: int, subject: Span) -> bool:
    low, high = place.within.sentences[number]
    rest = place.text[low : max(low, subject[0])] + place.text[subject[1] : high]
    return weight(rest) <= HEADING


def _matters(fact: Fact, text: Text, gap: Span) -> bool:
    """Whether what is left out of a quotation holds a denial, a limit, another name or another
    value of the kind."""
    place, known = text.passage, text.known
    if known is not None:
        for path in (("denial", "before"), ("limits", "goes_on")):
            if known.pattern(*path).search(place.text, *gap):
                return True
    if surface.has_value(text, fact, gap):
        return True
    return any(
        gap[0] <= one.at and one.to <= gap[1] and not one.records & fact.accounted
        for one in text.all_mentions
    )


_CLOSE = 12
"""Characters between a name and a quotation that goes on from it."""


def _begun(fact: Fact, text: Text, span: Span) -> bool:
    """Whether the quotation goes on from another name, which it leaves out, and names nothing that
    the record accounts for before the value: whose value it is was cut off."""
    place = text.passage
    if surface.kind_of(fact) == "link" or not fact.entry.model.described:
        return False
    start = next(run[0] for run in place.runs if run[0] <= span[0] < run[1] or run[0] >= span[0])
    low = place.sentence(span[0])[0]
    if start <= low or any(
        start <= one.at < span[0] and one.records & fact.accounted for one in text.mentions
    ):
        return False
    return any(
        low <= one.at
        and one.to <= start <= one.to + _CLOSE
        and _is_party(fact, one)
        and not one.records & fact.accounted
        and swallowed(one, text.all_mentions) is None
        for one in text.all_mentions
    )


def _is_party(fact: Fact, one: Mention) -> bool:
    known = (fact.base.by_id.get(ident) for ident in one.records)
    return any(entry is not None and entry.model.speaks for entry in known)
