"""What to say of a fact that no quotation shows: what is there instead, and what would show it."""

from typing import Any

from policykb.evidence.evidence import Evidence
from policykb.evidence.facts import Fact
from policykb.evidence.grade import Graded
from policykb.evidence.passage import Passage
from policykb.evidence.quotation import Quotation
from policykb.values.base import Found, ValueType
from policykb.values.country import COUNTRY
from policykb.values.number import NUMBER, written

MOST = 8
"""Words of a status that are named at most."""


def hint(evidence: Evidence, one: Graded) -> str:
    """A clause, with its semicolon, that goes before the ways out; empty where nothing is known."""
    kind, value = one.fact.kind, one.fact.spec.value
    quote = one.quotes[0]
    if value.is_read and value is not COUNTRY:
        return _values(evidence, quote, value)
    if kind == "term":
        return _words(one.fact, quote)
    return _near(evidence, one.fact, quote) if kind == "link" else ""


def _values(evidence: Evidence, quote: Quotation, kind: ValueType[Any]) -> str:
    text = evidence.text(quote)
    found = [_worded(text, one, kind) for one in text.read(kind)] if text else ()
    shown = ", ".join(dict.fromkeys(found))
    return f"it shows {shown}; " if shown else f"it shows no {kind.name}; "


def _worded(text: Passage, one: Found, kind: ValueType[Any]) -> str:
    """A value as a field takes it; a number in the source's own words, without its currency."""
    return written(text.text, one) if kind is NUMBER else kind.print(one.value)


def _words(fact: Fact, quote: Quotation) -> str:
    known = quote.passage.known
    examples = [
        *known.entries("stems", fact.spec.value.name, fact.value).values(),
        *known.entries("weak", fact.spec.value.name, fact.value).values(),
    ]
    if not examples:
        return ""
    return (
        f"{fact.value} is shown by such words as {', '.join(examples[:MOST])}, and by what the "
        "setting stems adds; "
    )


def _near(evidence: Evidence, fact: Fact, quote: Quotation) -> str:
    """A name in the quotation that is nearly the record's: an alias is missing."""
    from difflib import get_close_matches

    target = evidence.base.by_id.get(fact.value)
    if target is None:
        return ""
    words = quote.raw.quote.split()
    for name in target.names:
        size = len(name.split())
        runs = [" ".join(words[at : at + size]).strip(",.;:()") for at in range(len(words))]
        close = get_close_matches(name, runs, n=1, cutoff=0.8)
        if close:
            return f"it names “{close[0]}”: if that is {fact.value}, give it as an alias there; "
    return ""
