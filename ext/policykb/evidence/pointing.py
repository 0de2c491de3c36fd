"""Whether words may stand for a value: `:shows:` cannot lie about what is readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policykb.evidence import mood
from policykb.evidence.facts import Fact, Record
from policykb.values.term import Vocabulary

if TYPE_CHECKING:
    from policykb.evidence.evidence import Evidence
    from policykb.evidence.passage import Passage, Span
    from policykb.evidence.quotation import Quotation
    from policykb.evidence.surface import Text
    from policykb.values.shows import Mapping


def fault(evidence: Evidence, one: Quotation, place: Passage, mapping: Mapping) -> str | None:
    """What is wrong with the words of a mapping; None where nothing is.

    For a date, number or country they contain the value, or the quotation holds none of the kind
    that can be read; for a link they name no other known record; for a word of a vocabulary they
    are no listed phrase of another one."""
    span = place.find(mapping.words)
    spec = one.entry.specs[mapping.field]
    value = mapping.value or ""
    if span is None:
        return None
    fact = Fact(Record(evidence.base, one.entry), mapping.field, value, spec.value.parse(value))
    text = evidence.text_at(place)
    if fact.kind == "link":
        return _other_name(text, fact, span)
    if fact.kind == "term":
        return _other_term(text, fact, span)
    return None if fact.kind == "text" else _other_value(text, fact, span)


def _other_value(text: Text, fact: Fact, span: Span) -> str | None:
    kind = fact.spec.value
    found = text.read(kind)
    if not found or any(
        span[0] <= one.at and one.to <= span[1] and kind.shows(one, fact.item) for one in found
    ):
        return None
    within = [one for one in found if span[0] <= one.at and one.to <= span[1]]
    if within:
        return f"they are another {kind.name} than {fact.value}"
    shown = ", ".join(dict.fromkeys(kind.print(kind.typed(one)) for one in found))
    return f"the quotation says which {kind.name} it is: {shown}"


def _other_name(text: Text, fact: Fact, span: Span) -> str | None:
    for one in text.mentions:
        within = one.exact and span[0] <= one.at and one.to <= span[1]
        own = fact.accounted | {fact.value}
        if within and not one.records & own and any(map(fact.is_target, one.records)):
            return f"they name {sorted(one.records)[0]}"
    return None


def _other_term(text: Text, fact: Fact, span: Span) -> str | None:
    vocabulary = fact.spec.value
    if not isinstance(vocabulary, Vocabulary):
        return None
    own = text.terms(vocabulary, fact.value, weak=True)
    if any(span[0] <= at and to <= span[1] for at, to in own):
        return None
    for value, where in text.terms_around(vocabulary).items():
        for at, to in where if value != fact.value else ():
            within = span[0] <= at and to <= span[1]
            if within and not mood.denied(text.passage.sentence(at), (at, to), mood.FAR):
                return f"they say “{value}”"
    return None
