"""How far each fact got: what its quotations show, and what a person still has to judge.

A machine proves presence, a person judges meaning. ``shown`` says that the value stands in the
quotation beside the record's name, alone of its kind and unhedged; not that the relation holds.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.evidence import mood, surface
from policykb.evidence.document.find import weight
from policykb.evidence.evidence import Evidence
from policykb.evidence.facts import Fact, facts_of
from policykb.evidence.others import others
from policykb.evidence.passage import Passage, Sentence
from policykb.evidence.quotation import Quotation
from policykb.evidence.subject import marked_words, subjects
from policykb.text.lexicon import Lexicon
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary

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


_ABSENT = Verdict("refused", ("absent",))
_SHOWN, _POINTED = Verdict("shown"), Verdict("pointed")


class Graded(NamedTuple):
    """A fact with its grade, and the quotations that are said to show it."""

    fact: Fact
    grade: str
    why: tuple[str, ...]
    quotes: tuple[Quotation, ...]
    best: Quotation | None = None
    """That which does most for the fact."""


def grade_record(evidence: Evidence, entry: Entry) -> Iterator[Graded]:
    """Every fact of a record with its grade."""
    quotes = evidence.of(entry)
    for fact in facts_of(evidence.base, entry):
        mine = tuple([one for one in quotes if fact.field in one.supports])
        if fact.field in entry.inferred:
            yield Graded(fact, "inferred", (), mine)
        else:
            yield grade(evidence, fact, mine)


def grade(evidence: Evidence, fact: Fact, quotes: tuple[Quotation, ...]) -> Graded:
    """The best that any of its quotations does for a fact."""
    best, quote = _ABSENT, None
    for one in quotes if fact.item is not None else ():
        found = verdict(evidence, fact, one)
        if quote is None or found.order < best.order:
            best, quote = found, one
        if best.grade == "shown":
            break
    if quote and best.why == ("absent",) and _ends_apart(evidence, fact, quotes):
        best = Verdict("to-read", ("stitched",))
    return Graded(fact, best.grade, best.why, quotes, quote)


def _ends_apart(evidence: Evidence, fact: Fact, quotes: tuple[Quotation, ...]) -> bool:
    """Whether the two days of an interval are quoted, each by itself."""
    if fact.spec.value is not DATE or fact.item.end is None:
        return False
    texts = [text for one in quotes if (text := evidence.text(one))]
    ends = [fact.saying(Edtf(day)) for day in (fact.item.start, fact.item.end)]
    return all(any(is_present(text, end) for text in texts) for end in ends)


def verdict(evidence: Evidence, fact: Fact, one: Quotation) -> Verdict:
    """What a quotation does for a fact, in the place where it stands; ambiguous where it stands in
    the source again and does less there."""
    text = evidence.text(one)
    if text is None:
        return _ABSENT
    found = judge(fact, one, text)
    if found.grade in PASSES:
        for other in evidence.elsewhere(one):
            if judge(fact, one, other).grade not in PASSES:
                return Verdict("to-read", ("ambiguous",))
    return found


def judge(fact: Fact, one: Quotation, text: Passage) -> Verdict:
    """What a quotation does for a fact at one place of the source."""
    pointed = _pointed(fact, one, text)
    if pointed is None and not _is_readable(fact, text.known):
        return Verdict("to-read", ("language",))
    spans = [pointed] if pointed else surface.spans(text, fact)
    if not spans:
        return _ABSENT
    words = mood.FAR if fact.kind == "term" else mood.NEAR
    sentence = text.sentence
    real = [span for span in spans[:99] if not mood.denied(sentence(span[0]), span, words)]
    if not real and pointed is None:
        return Verdict("refused", ("denied",))
    named = next(_named(fact, text), None)
    subject = named or text.find(marked_words(one.raw))
    best = REASONS
    for span in (real or spans)[:MOST]:
        found = _reasons(fact, one, text, span, subject, pointed is not None)
        if not found:
            return _SHOWN if named and pointed is None else _POINTED
        best = min(best, found, key=len)
    return Verdict("to-read", best)


def names_record(text: Passage, entry: Entry) -> bool:
    """Whether a quotation names a record."""
    linked = (ident for ids in entry.links.values() for ident in ids)
    return any(subjects(entry, text, lambda: frozenset(linked)))


def is_present(text: Passage, fact: Fact) -> bool:
    """Whether a quotation has the value in it, undenied."""
    found = surface.spans(text, fact)
    return any(not mood.denied(text.sentence(span[0]), span) for span in found)


def has_other(text: Passage, fact: Fact) -> bool | None:
    """Whether a quotation has another value of the field's kind in it; None for free text."""
    kind = fact.spec.value
    if fact.kind == "text":
        return None
    if kind.is_read:
        return any(not kind.agrees(one, fact.item) for one in text.read(kind))
    return any(not one.own for one in surface.values(text, fact, weak=True))


def _is_readable(fact: Fact, known: Lexicon) -> bool:
    """Whether the language file has what the value needs: the words that could unsay it, and for a
    vocabulary its stems, which English has for its own values at least."""
    if fact.kind != "term" or not known.can_deny:
        return known.can_deny
    vocabularies = known.vocabularies()
    return bool(vocabularies) and (known.language == "en" or fact.spec.value.name in vocabularies)


def _pointed(fact: Fact, one: Quotation, place: Passage) -> Span | None:
    """Where the words stand that the writer says show the value."""
    for mapping in one.shows:
        if mapping.field == fact.field and mapping.value in (None, fact.value):
            return place.find(mapping.words)
    return None


def _named(fact: Fact, text: Passage) -> Iterator[Span]:
    """Where the quotation names the record, at its first places."""
    return islice(subjects(fact.entry, text, fact.vouching), MOST)


def _reasons(
    fact: Fact, one: Quotation, text: Passage, span: Span, subject: Span | None, pointed: bool
) -> tuple[str, ...]:
    """Why a fact whose value stands at a span is to be read by a person; ``subject`` is the first
    name of the record, or the words that the writer says stand for it where nothing else does."""
    sentence = text.sentence(span[0])
    found = [] if subject else ["subject"]
    if not pointed and (others(text, fact, span) or _begun(fact, text, span)):
        found.append("others")
    last = max(span, subject or span)
    if _is_hedged(fact, one, sentence, span) or mood.shirked(sentence, *last):
        found.append("hedged")
    if mood.limited(text, sentence):
        found.append("limited")
    if subject and (
        _is_parted(fact, text, sentence)
        or not (
            _joined(fact, text, sentence, span, subject)
            or any(_joined(fact, text, sentence, span, name) for name in _named(fact, text))
        )
    ):
        found.append("stitched")
    return tuple(found)


def _is_hedged(fact: Fact, one: Quotation, sentence: Sentence, span: Span) -> bool:
    if sentence.is_plain and fact.kind != "term":
        return False
    vocabulary = fact.spec.value
    if isinstance(vocabulary, Vocabulary):
        if fact.item in vocabulary.future:
            return False
        if mood.unreal(sentence, span):
            return True
    if sentence.is_plain:
        return False
    numeric = fact.spec.value is NUMBER and fact.exactness is not None
    said = bool(one.raw.values.get("said_by", "").strip())
    speaker = fact.kind in ("link", "text")
    return mood.hedged(sentence, span, said=said, numeric=numeric, speaker=speaker)


def _joined(fact: Fact, text: Passage, one: Sentence, span: Span, subject: Span) -> bool:
    """Whether a value and the record's name stand in one sentence, nothing that matters being left
    out between them; or the name is the heading of the sentence."""
    other = text.sentence(subject[0])
    if one.number < other.number:
        return fact.kind == "link" and _is_heading(one, span)
    if one.number > other.number:
        return _is_heading(other, subject)
    if not text.gaps:
        return True
    low, high = min(span[0], subject[0]), max(span[1], subject[1])
    return not any(_matters(fact, text, gap) for gap in text.left_out(low, high))


def _is_parted(fact: Fact, text: Passage, one: Sentence) -> bool:
    """Whether something that matters is left out of the sentence of a value that a word of a title
    may vouch for from either side."""
    return fact.entry.model.described and any(
        _matters(fact, text, gap) for gap in text.left_out(one.low, one.high)
    )


HEADING = 14
"""What a sentence that is only a name may have beside it: brackets, a number, an abbreviation."""


def _is_heading(sentence: Sentence, span: Span) -> bool:
    text, low, high = sentence.within.text, sentence.low, sentence.high
    return weight(text[low : max(low, span[0])] + text[span[1] : high]) <= HEADING


def _matters(fact: Fact, text: Passage, gap: Span) -> bool:
    """Whether what is left out of a quotation holds a denial, a limit, another name or another
    value of the kind."""
    marks = text.within.marks
    if any(marks(table, *gap) for table in (("denial", "before"), ("limits", "goes_on"))):
        return True
    if surface.has_value(text, fact, gap):
        return True
    return any(
        gap[0] <= one.at and one.to <= gap[1] and not one.records & fact.accounted
        for one in text.all_mentions
    )


_CLOSE = 12
"""Characters between a name and a quotation that goes on from it."""


def _begun(fact: Fact, text: Passage, span: Span) -> bool:
    """Whether the quotation goes on from the name of another body, which it leaves out: whose value
    it is was cut off."""
    if fact.kind == "link" or not fact.entry.model.described:
        return False
    start = next(run[0] for run in text.runs if span[0] < run[1])
    if not text.all_mentions or text.all_mentions[0].at >= start:
        return False
    return any(
        one.to <= start <= one.to + _CLOSE and not one.records & fact.accounted
        for one in text.all_mentions
    )
