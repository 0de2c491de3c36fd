"""What else stands in a quotation: another value of the same kind that the record does not account
for. What numbers, sums, days and countries are beside one is told by `other_values`."""

import re
from functools import lru_cache

from policykb.base.entry import Entry
from policykb.evidence import mood
from policykb.evidence.facts import Fact
from policykb.evidence.links import Mention
from policykb.evidence.other_values import beside, other_number, other_value
from policykb.evidence.passage import Passage
from policykb.evidence.surface import Span, amount
from policykb.text.covered import Covered
from policykb.text.lexicon import parted
from policykb.text.normalize import normalize
from policykb.values.date import DATE
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary


def others(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether another value of the same kind stands in the quotation that the record does not
    account for, or the record is named only as what something else rests on."""
    if _is_base(text, fact.entry):
        return True
    if fact.entry.model.person and _has_left(text, fact, span):
        return True
    if fact.kind == "link":
        is_other = fact.entry.model.person and _names_another_person(text, fact)
        return is_other or longer_name(text, fact, span) is not None or _other_link(text, fact)
    if fact.kind == "term":
        if _is_of_another(text, fact, span) or _is_done_to_another(text, fact, span):
            return True
        return _other_term(text, fact)
    if fact.spec.value is NUMBER:
        return other_number(text, fact, span)
    return (_other_text if fact.kind == "text" else other_value)(text, fact, span)


@lru_cache(maxsize=64)
def _is_base(text: Passage, entry: Entry) -> bool:
    """Whether all names of the record stand beside words that make of it what something else rests
    on: "section 8 of the Act"."""
    names = text.whole(entry.id, entry.names, member=entry.model.person)
    return bool(names) and all(mood.rests_on(text.sentence(at), (at, to)) for at, to in names)


# Links and terms


def longer_name(text: Passage, fact: Fact, span: Span) -> Span | None:
    """The longer name that the name of the record linked to is only part of; None for none."""
    target = fact.base.by_id.get(fact.value)
    member = fact.entry.model.person
    return text.longer(*span, target.names, member=member) if target else None


def _other_link(text: Passage, fact: Fact) -> bool:
    strangers = _strangers(text, fact.accounted)
    if fact.is_returned or any(any(map(fact.is_target, one.records)) for one in strangers):
        return True
    return fact.is_one_of_two and any(
        fact.value not in one.records and any(map(fact.is_target, one.records))
        for one in text.longest
    )


@lru_cache(maxsize=64)
def _strangers(text: Passage, known: frozenset[str]) -> list[Mention]:
    """The names in the quotation that a record does not account for."""
    found = [one for one in text.longest if one.exact and known.isdisjoint(one.records)]
    if not found:
        return found
    own = [one for one in text.mentions if not known.isdisjoint(one.records)]
    accounted = Covered((one.at, one.to) for one in own)
    return [one for one in found if not accounted.touches(one.at, one.to)]


def _is_of_another(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether a word is part of the name of another record."""
    name = text.all_mentions.around(*span)
    return name is not None and fact.entry.id not in name.records


_OBJECT = frozenset((" ", " the "))
"""What stands between a verb and its object."""


def _is_done_to_another(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether a word behind the record's name has another record of its type as its object: of
    "Quay Act repeals Dock Order" the Quay Act is not repealed."""
    (at, to), low = span, text.sentence(span[0]).low
    if not any(low <= start < at for start, _ in text.named(fact.entry.id)):
        return False
    return any(
        (text.text[to : one.at] in _OBJECT or text.text[one.to : at] == "を")
        and fact.entry.id not in one.records
        and any(fact.base.by_id[ident].type == fact.entry.type for ident in one.records)
        for one in text.longest
    )


def _other_term(text: Passage, fact: Fact) -> bool:
    vocabulary = fact.spec.value
    if not isinstance(vocabulary, Vocabulary):
        return False
    around = text.terms_around(vocabulary)
    if not around.keys() - {fact.item}:
        return False
    own = Covered(text.terms(vocabulary, fact.item, weak=False))
    for value, where in around.items():
        for at, to in where if value != fact.item else ():
            if not text.holds(at, to) or own.touches(at, to) or text.within_name(at, to):
                continue
            sentence = text.sentence(at)
            if mood.denied(sentence, (at, to), mood.FAR):
                continue
            if value in vocabulary.future or not mood.unreal(sentence, (at, to)):
                return True
    return False


# Free text


def _other_text(text: Passage, fact: Fact, span: Span) -> bool:
    if number := fact.counted:
        is_rate = text.text.startswith((" per ", "/"), span[1])
        return is_rate or (number.item is not None and other_number(text, number, span))
    if fact.spec.office:
        return _is_another_office(text, fact, span)
    if DATE.read(normalize(fact.item), text.known.language):
        return any(beside(text, fact, span, DATE))
    if own := amount(fact.item):  # Such as a stake.
        numbers = beside(text, fact, span, NUMBER)
        if any(one.unit == own.unit and one.value != own.value for one in numbers):
            return True
    opened = text.sentence(span[0]).marks("open")
    return fact.item[:1].isdigit() and any(to == span[0] for _, to in opened)


_PERSON = re.compile(r" (?:[A-Z][\w'.-]* ){1,3}[A-Z][\w'-]+")


def _is_another_office(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether a word beside a role makes another one of it, or it may be another person's."""
    sentence = text.sentence(span[0])
    near = mood.words_before(text.text, sentence.low, span[0], 1)
    marks = sentence.near(span[0], "altering", "before")
    if any(near <= at and to <= span[0] for at, to in marks):
        return True
    if _goes_on_from_a_word(text, span[0]):
        return True
    behind = text.known.pattern("altering", "behind").match(text.within.lower, span[1])
    if behind is not None and not _goes_on_with_its_own(text, fact, behind.end()):
        return True
    return _is_of_another_person(text, fact, span)


_CAPITALIZED = re.compile(r"(?!(?:The|Mr|Mrs|Ms|Madam) )[A-Z][\w'-]+ ")


def _goes_on_from_a_word(text: Passage, at: int) -> bool:
    """Whether a capitalized word that is of no known name stands right before an office, which is
    part of it: "Attorney General"."""
    start = mood.words_before(text.text, text.sentence(at).low, at, 1)
    word = _CAPITALIZED.fullmatch(text.text, start, at)
    named = any(one.at <= start < one.to for one in text.all_mentions)
    return word is not None and text.text[at].isupper() and not named


def _has_left(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether words beside an office, or the body it is in, say that the person has left it; not
    where the office is recorded as one that was left."""
    entry, known = fact.entry, text.known
    said = " ".join(entry.text(name).lower() for name, spec in entry.specs.items() if spec.office)
    if known.spans(("left", "before"), said, parted(said), 0, len(said)):
        return False
    names, (at, to) = list(text.named(entry.id)), span
    low = max((end for _, end in names if end <= at), default=at - mood.REACH)
    high = next((end for start, end in names if 0 <= start - to <= 1), to)
    return mood.left(text.sentence(at), low, (at, high))


def _is_of_another_person(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether another person is named, or stands right behind a role: "Minister Olav Berg"."""
    if _names_another_person(text, fact):
        return True
    behind = _PERSON.match(text.text, span[1])
    return behind is not None and not any(one.at == span[1] + 1 for one in text.mentions)


def _names_another_person(text: Passage, fact: Fact) -> bool:
    """Whether a known person is named that the record does not account for."""
    return any(
        all(fact.is_person(ident) for ident in one.records) and not one.records & fact.accounted
        for one in text.mentions
    )


def _goes_on_with_its_own(text: Passage, fact: Fact, at: int) -> bool:
    """Whether an office goes on with a body that the record accounts for: "chair of the Board"."""
    bodies = fact.accounted - {fact.entry.id}
    return any(one.records & bodies and 0 <= one.at - at <= 4 for one in text.mentions)
