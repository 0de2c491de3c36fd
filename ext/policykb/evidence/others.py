"""What else stands in a quotation: another value of the same kind that the record does not account
for, or a word that speaks of something else."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from policykb.base.entry import Entry
from policykb.evidence import mood
from policykb.evidence.facts import Fact
from policykb.evidence.links import Mention
from policykb.evidence.passage import Passage
from policykb.evidence.surface import Span, amount, currency, is_figure
from policykb.text.covered import Covered
from policykb.text.lexicon import UNSPACED
from policykb.text.money import codes
from policykb.text.normalize import normalize
from policykb.values.base import Found, ValueType
from policykb.values.country_parts import PART
from policykb.values.date import DATE
from policykb.values.money import MONEY
from policykb.values.number import NUMBER
from policykb.values.reading.numbers import singular
from policykb.values.term import Vocabulary
from policykb.values.text import TEXT


def others(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether another value of the same kind stands in the quotation that the record does not
    account for, or the record is named only as what something else rests on."""
    if _is_base(text, fact.entry):
        return True
    if fact.kind == "link":
        return longer_name(text, fact, span) is not None or _other_link(text, fact)
    if fact.kind == "term":
        return _is_of_another(text, fact, span) or _other_term(text, fact)
    if fact.spec.value is NUMBER:
        return _other_number(text, fact, span)
    return (_other_text if fact.kind == "text" else _other_value)(text, fact, span)


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
        return is_rate or (number.item is not None and _other_number(text, number, span))
    if fact.spec.office:
        return _is_another_office(text, fact, span)
    if DATE.read(normalize(fact.item), text.known.language):
        return any(_beside(text, fact, span, DATE))
    if (own := amount(fact.item)) and _is_beside_amount(text, fact, own, span):
        return True
    opened = text.sentence(span[0]).marks("open")
    return fact.item[:1].isdigit() and any(to == span[0] for _, to in opened)


def _is_beside_amount(text: Passage, fact: Fact, own: Found, span: Span) -> bool:
    """Whether a text that is an amount, such as a stake, has another of its kind beside it."""
    return any(
        one.unit == own.unit and one.value != own.value for one in _beside(text, fact, span, NUMBER)
    )


_PERSON = re.compile(r" (?:[A-Z][\w'.-]* ){1,3}[A-Z][\w'-]+")


def _is_another_office(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether a word beside a role makes another one of it, or it may be another person's."""
    sentence = text.sentence(span[0])
    near = mood.words_before(text.text, sentence.low, span[0], 1)
    marks = sentence.near(span[0], "altering", "before")
    if any(near <= at and to <= span[0] for at, to in marks):
        return True
    behind = text.known.pattern("altering", "behind").match(text.within.lower, span[1])
    if behind is not None and not _goes_on_with_its_own(text, fact, behind.end()):
        return True
    return _is_of_another_person(text, fact, span)


def _is_of_another_person(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether another person is named, or stands right behind a role: "Minister Olav Berg"."""
    if any(
        all(fact.is_person(ident) for ident in one.records) and not one.records & fact.accounted
        for one in text.mentions
    ):
        return True
    behind = _PERSON.match(text.text, span[1])
    return behind is not None and not any(one.at == span[1] + 1 for one in text.mentions)


def _goes_on_with_its_own(text: Passage, fact: Fact, at: int) -> bool:
    """Whether an office goes on with a body that the record accounts for: "chair of the Board"."""
    bodies = fact.accounted - {fact.entry.id}
    return any(one.records & bodies and 0 <= one.at - at <= 4 for one in text.mentions)


# Numbers

_MEASURES = re.compile(
    r"-|(?:years?|months?|weeks?|days?|hours?|minutes?|[kmgt]?wh?|tonnes?|tons?|kg|km|m|cm|mm|people"
    r"|persons?|countries|country|times?)$"
)


def _other_number(text: Passage, fact: Fact, span: Span) -> bool:
    shown = [one for one in text.read(NUMBER) if is_figure(fact, one)]
    classes = {one.unit for one in shown}
    unit = fact.entry.text(fact.spec.unit)
    for one in shown:
        if (one.at, one.to) == span and (_contradicts(one.unit, unit) or _is_unlike(fact, one)):
            return True
    return any(
        one not in shown
        and (one.unit in classes or _is_counted_rather(one.unit, classes, unit))
        and text.text[one.at : one.to] not in fact.entry.title
        for one in _beside(text, fact, span, NUMBER)
    )


def _is_counted_rather(other: str, classes: set[str], recorded: str) -> bool:
    """Whether the record's unit says what another number counts, and not what its own does."""
    said = [singular(word) for word in recorded.lower().split()]
    return other in said and not any(one in said for one in classes)


def _is_unlike(fact: Fact, one: Found) -> bool:
    """Whether the words of a figure are exact otherwise than the record says; the end of a range
    says it by itself."""
    of_range, said = one.value.high is not None and fact.item.high is None, fact.exactness
    return bool(fact.spec.bound) and said is not None and not of_range and one.bound not in said


def _contradicts(unit: str, recorded: str) -> bool:
    """Whether a number counts something else than the record's unit says."""
    if not recorded or not unit:
        return False
    code = currency(recorded)
    if unit == "%":
        return code is not None
    if unit in codes() or code is not None:
        return code != unit
    if not unit.isascii():
        return not set(unit) & set(normalize(recorded))
    return _MEASURES.match(unit) is not None and unit.removeprefix("-") not in recorded.lower()


# Dates, money and countries


def _is_another_sum(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether the words of a sum say that it is not exact, or make another one of it: "half of"."""
    sentence, known = text.sentence(span[0]), text.known
    found = (one.bound for one in text.read(MONEY) if (one.at, one.to) == span)
    if any(one not in (fact.exactness or ()) for one in found):
        return True
    if mood.is_right_behind(sentence, span[0], "part", "before"):
        return True
    return known.pattern("part", "behind").match(text.within.lower, span[1]) is not None


_ACT_OF = re.compile(r"[A-Z]\w*,? of $|[A-Z]\w+, $|/$")


def _other_value(text: Passage, fact: Fact, span: Span) -> bool:
    kind, found = fact.spec.value, text.read(fact.spec.value)
    if text.within_name(*span):
        return kind is DATE
    if kind is DATE and _is_another_day(text, fact, span):
        return True
    if kind is MONEY and _is_another_sum(text, fact, span):
        return True
    if fact.spec.home and any((one.at, one.to) == span and one.cue == "target" for one in found):
        return True
    return any(_beside(text, fact, span, kind))


def _beside(text: Passage, fact: Fact, span: Span, kind: ValueType[Any]) -> Iterator[Found]:
    """The values of a kind beside a span that the record does not account for."""
    found = [
        one
        for one in text.read(kind)
        if not (span[0] <= one.at and one.to <= span[1])
        and one.cue not in _passed_over(fact)
        and not text.within_name(one.at, one.to)
        and not (kind is DATE and _names_an_act(text.text, one.at, one.to))
    ]
    accounted = list(_accounted(fact, kind, text.known.language)) if found else []
    for one in found:
        if not any(kind.agrees(one, value) for value in accounted):
            yield one


def _passed_over(fact: Fact) -> tuple[str, ...]:
    """What beside a country speaks of no other: the name of a record, and of a whole country's
    value its parts and those of others."""
    return ("name",) if "-" in str(fact.item) else ("name", PART)


def _accounted(fact: Fact, kind: ValueType[Any], language: str) -> Iterator[Any]:
    """The values of a kind in all fields of the record; in its texts as well, such as the year of
    a baseline."""
    for name, spec in fact.entry.specs.items():
        if not fact.entry.needs_support(name):
            continue
        if spec.value is kind:
            yield from fact.entry.items(name)
        elif spec.value is TEXT and (words := fact.entry.text(name)):
            yield from (one.value for one in kind.read(normalize(words), language))


def _names_an_act(text: str, at: int, to: int) -> bool:
    """Whether a bare year belongs to the name of an act: "Policies Act of 1978"."""
    return to - at == 4 and _ACT_OF.search(text[max(0, at - 24) : at]) is not None


_AWAY = 7


def _is_another_day(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether a word beside a date speaks of another field or makes it approximate, or the date is
    part of an act's name."""
    if _names_an_act(text.text, *span) or _is_about(text, fact, span):
        return True
    if mood.is_counted_from(text.sentence(span[0]), span[1]):
        return True
    if not fact.spec.contradicted or fact.item.open:  # Such words are what it says.
        return False
    if any((one.at, one.to) == span and one.value.end for one in text.read(DATE)):
        return False  # “From … to …” says both.
    return nearest_cue(text, span, fact) in fact.spec.contradicted


def _is_about(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether the words beside a date call it approximate, and the record does not."""
    found = (one for one in text.read(fact.spec.value) if (one.at, one.to) == span)
    return not fact.item.start.about and any(one.bound == "about" for one in found)


def nearest_cue(passage: Passage, span: Span, fact: Fact) -> str | None:
    """The kind of the nearest cue word in the sentence, within seven words; None without one. Of
    two as near, one before the date counts, in a language that parts words, and the longer one. A
    word that only brings a day is of an end as well as of a start; one that a day follows makes of
    it a base; one within a name is none."""
    sentence, spaced = passage.sentence(span[0]), passage.known.language not in UNSPACED
    found = []
    for kind, (at, to) in sentence.kinds(*span, "cues"):
        if passage.within_name(at, to) or (kind == "from" and at >= span[1]):
            continue
        between = passage.text[to : span[0]] if to <= span[0] else passage.text[span[1] : at]
        away = len(between.split()) if spaced else (len(between) + 1) // 2
        found.append((away + (spaced and at >= span[1]), at - to, kind, away))
    nearest = min((one for one in found if one[3] <= _AWAY), default=(0, 0, None, 0))[2]
    if nearest == "day":
        return "end" if any(one[2] == "end" for one in found) else "start"
    return "base" if nearest == "from" else nearest
