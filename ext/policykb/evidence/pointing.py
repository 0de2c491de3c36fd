"""Whether words may stand for a value: `:shows:` cannot lie about what is readable."""

from policykb.evidence import mood
from policykb.evidence.evidence import Evidence
from policykb.evidence.facts import Fact, Record
from policykb.evidence.passage import Passage
from policykb.evidence.quotation import Quotation
from policykb.evidence.surface import Value, values
from policykb.values.shows import Mapping


def fault(evidence: Evidence, one: Quotation, mapping: Mapping) -> str | None:
    """What is wrong with the words of a mapping; None where nothing is.

    For a date, number or country they contain the value, or the quotation holds none of the kind
    that can be read; for a link they name no other known record; for a word of a vocabulary they
    are no listed phrase of another one."""
    text = evidence.text(one)
    span = text.find(mapping.words) if text else None
    if text is None or span is None:
        return None
    spec, value = one.entry.specs[mapping.field], mapping.value or ""
    fact = Fact(Record(evidence.base, one.entry), mapping.field, value, spec.value.parse(value))
    found = list(values(text, fact))
    within = [each for each in found if span[0] <= each.span[0] and each.span[1] <= span[1]]
    if any(each.own for each in within):
        return None
    return _other(text, fact, within, found)


def _other(text: Passage, fact: Fact, within: list[Value], found: list[Value]) -> str | None:
    if fact.kind == "link":
        named = [each.said for each in within if each.said not in fact.accounted]
        return f"they name {named[0]}" if named else None
    if fact.kind == "term":
        for each in within:
            if not mood.denied(text.sentence(each.span[0]), each.span, mood.FAR):
                return f"they say “{each.said}”"
        return None
    kind = fact.spec.value.name
    if within:
        return f"they are another {kind} than {fact.value}"
    shown = ", ".join(dict.fromkeys(each.said for each in found))
    return f"the quotation says which {kind} it is: {shown}" if found else None
