"""Numbers, sums, days and countries beside a value of the kind, and the words that make another one
of it."""

import re
from collections.abc import Iterator
from typing import Any

from policykb.evidence import mood
from policykb.evidence.facts import Fact
from policykb.evidence.passage import Passage
from policykb.evidence.surface import Span, currency, is_figure
from policykb.text.lexicon import UNSPACED
from policykb.text.money import codes
from policykb.text.normalize import normalize
from policykb.text.number_words import KANJI
from policykb.values.base import Found, ValueType
from policykb.values.country_parts import PART
from policykb.values.date import DATE
from policykb.values.money import MONEY
from policykb.values.number import NUMBER
from policykb.values.reading.numbers import singular
from policykb.values.text import TEXT

# Numbers

_MEASURES = re.compile(
    r"-|(?:years?|months?|weeks?|days?|hours?|minutes?|[kmgt]?wh?|tonnes?|tons?|kg|km|m|cm|mm|people"
    r"|persons?|countries|country|times?)$"
)


def other_number(text: Passage, fact: Fact, span: Span) -> bool:
    """Whether a number counts something else than the record says, or has another beside it."""
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
        for one in beside(text, fact, span, NUMBER)
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


def _is_another_sum(text: Passage, fact: Fact, own: list[Found], span: Span) -> bool:
    """Whether the words of a sum say that it is not exact, or make another one of it: "half of"."""
    if any(one.bound not in (fact.exactness or ()) for one in own):
        return True
    sentence, known = text.sentence(span[0]), text.known
    if mood.is_right_behind(sentence, span[0], "part", "before"):
        return True
    return known.pattern("part", "behind").match(text.within.lower, span[1]) is not None


_ACT_NUMBER = re.compile(rf"[^\W\d]{{1,10}}第[\d{KANJI}]+号")
_ACT_OF = re.compile(r"[A-Z]\w*,? of $|[A-Z]\w+, $|/$")


def other_value(text: Passage, fact: Fact, span: Span) -> bool:
    """The same of a day, a sum and a country."""
    kind = fact.spec.value
    if text.within_name(*span):
        return kind is DATE
    own = [one for one in text.read(kind) if (one.at, one.to) == span]
    if kind is DATE and _is_another_day(text, fact, own, span):
        return True
    if kind is MONEY and _is_another_sum(text, fact, own, span):
        return True
    if fact.spec.home and any(one.cue == "target" for one in own):
        return True
    return any(beside(text, fact, span, kind))


def beside(text: Passage, fact: Fact, span: Span, kind: ValueType[Any]) -> Iterator[Found]:
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
    """Whether a bare year belongs to the name of an act, or to its number: "Policies Act of 1978",
    昭和48年政令第209号."""
    if text[at:to].endswith("年") and _ACT_NUMBER.match(text, to):
        return True
    return to - at == 4 and _ACT_OF.search(text[max(0, at - 24) : at]) is not None


_AWAY = 7


def _is_another_day(text: Passage, fact: Fact, own: list[Found], span: Span) -> bool:
    """Whether a word beside a date speaks of another field or makes it approximate, or the date is
    part of an act's name."""
    if _names_an_act(text.text, *span) or mood.is_counted_from(text.sentence(span[0]), span[1]):
        return True
    if any(one.bound == "about" for one in own) and not fact.item.start.about:
        return True
    if not fact.spec.contradicted or fact.item.open:  # Such words are what it says.
        return False
    if any(one.value.end for one in own):  # “From … to …” says both.
        return False
    return nearest_cue(text, span, fact) in fact.spec.contradicted


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
