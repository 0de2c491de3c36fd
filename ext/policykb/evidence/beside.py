"""The words of a quotation that are other values of a fact's kind, for whoever reads it."""

from collections.abc import Iterator

from policykb.evidence import surface
from policykb.evidence.facts import Fact
from policykb.evidence.grade import Graded
from policykb.evidence.others import longer_name
from policykb.evidence.passage import Passage
from policykb.evidence.surface import Span
from policykb.text.normalize import normalize

MOST = 3
"""Words that are named in one line."""


def found(text: Passage, fact: Fact) -> list[str]:
    """The words that stand for the value."""
    return _words(text, surface.spans(text, fact))


def beside(text: Passage, one: Graded) -> list[str]:
    """The words of other values that the record does not account for; of a vocabulary only where
    they were taken for another value."""
    fact = one.fact
    if fact.kind == "term" and "others" not in one.why:
        return []
    known = {normalize(each) for each in found(text, fact)}
    spans = [span for span in _spans(text, fact) if text.holds(*span)]
    if fact.kind == "link":
        longer = (longer_name(text, fact, span) for span in surface.spans(text, fact))
        spans += filter(None, longer)
    return [each for each in _words(text, spans) if normalize(each) not in known]


def told(one: Graded) -> str:
    """What stands beside a fact, to go on a line with; empty where `quoted` is."""
    words = quoted(one)
    return f", beside {words}" if words else ""


def quoted(one: Graded) -> str:
    """The first other values beside a fact that is to be read for that reason; empty for other
    facts, and where only a word speaks of something else."""
    text = one.best.looked if one.best and "others" in one.why else None
    return listed(beside(text, one)) if text else ""


def listed(words: list[str]) -> str:
    """The first words in quotation marks, and how many there are more."""
    more = f" and {len(words) - MOST:,} more" if len(words) > MOST else ""
    return ", ".join(f"“{each}”" for each in words[:MOST]) + more


def _spans(text: Passage, fact: Fact) -> Iterator[Span]:
    """Where other values stand; beside a unit, other numbers than the one that it is of."""
    number = fact.counted
    if number is not None and number.item is not None:
        fact = number
    for value in surface.values(text, fact):
        if not value.own and (fact.kind != "link" or value.said not in fact.accounted):
            yield value.span


def _words(text: Passage, spans: list[Span]) -> list[str]:
    return list(dict.fromkeys(text.text[slice(*span)] for span in spans))
