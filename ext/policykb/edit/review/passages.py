"""What is to be read of a record: each quotation with its facts, then what is concluded."""

from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.edit.review.doubts import Doubt
from policykb.evidence.beside import beside, found, listed
from policykb.evidence.grade import Graded, grade_record
from policykb.evidence.quotation import Quotation
from policykb.evidence.review import grade_words
from policykb.evidence.reviewed import holds

WIDTH = 88
_WEIGHT = {"refused": 8, "to-read": 4, "inferred": 2, "pointed": 1, "shown": 0}
_DOUBTED = 16


class Passage(NamedTuple):
    """A quotation with the facts that it is to show; without one, facts that are concluded."""

    entry: Entry
    quote: Quotation | None
    facts: tuple[Graded, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def weight(self) -> int:
        """How much is doubtful in it."""
        graded = max((_WEIGHT[one.grade] + len(one.why) for one in self.facts), default=0)
        return graded + _DOUBTED * len(self.doubts)


def waiting(
    base: Context,
    ids: Iterable[str],
    doubts: Iterable[Doubt] = (),
    over: Callable[[list[Entry]], Iterable[Entry]] = iter,
) -> list[Entry]:
    """Of some records those that nobody has read as they stand, the most doubtful first. A record
    without facts has nothing to read. ``over`` goes through the records and may tell how far it
    is."""
    wanted, doubts = set(ids), list(doubts)
    weighed = []
    for entry in over([one for one in base.entries if one.id in wanted]):
        if holds(base, entry) is True:
            continue
        if found := passages(base, entry, doubts):
            weighed.append((-found[0].weight, entry.page.path, entry.raw.line, entry))
    return [entry for *_, entry in sorted(weighed, key=lambda one: one[:3])]


def passages(base: Context, entry: Entry, doubts: Iterable[Doubt] = ()) -> list[Passage]:
    """The passages of a record, the most doubtful first."""
    graded = list(grade_record(base.evidence, entry))
    mine = [one for one in doubts if one.record == entry.id]
    found = []
    for quote in base.evidence.of(entry):
        facts = tuple(one for one in graded if one.fact.field in quote.supports)
        found.append(Passage(entry, quote, facts, _of(mine, facts)))
    concluded = tuple(one for one in graded if not one.quotes)
    if concluded:
        found.append(Passage(entry, None, concluded, _of(mine, concluded)))
    return sorted(found, key=lambda one: -one.weight)


def _of(doubts: list[Doubt], facts: tuple[Graded, ...]) -> tuple[Doubt, ...]:
    return tuple(
        doubt
        for doubt in doubts
        if not doubt.field
        or any(
            one.fact.field == doubt.field and doubt.value in ("", one.fact.value) for one in facts
        )
    )


def passage_lines(base: Context, passage: Passage) -> Iterator[str]:
    """The lines of a passage: where it stands, its paragraph with the quotation marked, the facts
    with what was found of them."""
    entry, quote = passage.entry, passage.quote
    yield f"{entry.title} ({entry.model.label.lower()}, {entry.id})"
    yield f"{entry.page.path}:{entry.page.line(quote.raw.at) if quote else entry.raw.line}"
    if quote is not None:
        yield ""
        yield from _paragraph(base, quote)
    yield ""
    for one in passage.facts:
        yield from _fact(base, one, quote)
    yield from (f"  ? doubted: {one.why or 'no reason is given'}" for one in passage.doubts)


def _paragraph(base: Context, quote: Quotation) -> Iterator[str]:
    """The paragraph of the source, the quotation between ⟦ and ⟧."""
    source, match = quote.document, quote.match
    name = base.by_id[quote.raw.source.strip()].title if source else quote.raw.source.strip()
    if source is None or match is None:
        yield f"{name}: the quotation is not found there"
        yield from wrap(" ".join(quote.raw.quote.split()), WIDTH)
        return
    yield f"{name}, paragraph {match.paragraph}:"
    low, high = source.paragraphs[match.paragraph - 1]
    parts, at = [], low
    for start, end in match.runs:
        parts += [source.text[at:start], "⟦", source.text[start:end], "⟧"]
        at = end
    yield from wrap(" ".join("".join([*parts, source.text[at:high]]).split()), WIDTH)


def _fact(base: Context, one: Graded, quote: Quotation | None) -> Iterator[str]:
    fact = one.fact
    target = base.by_id.get(fact.value)
    words = f"{fact.value} (“{target.title}”)" if target and fact.kind == "link" else fact.value
    yield f"  {fact.field} = {words}: {grade_words(one)}"
    if fact.field in one.fact.entry.inferred:
        yield f"      concluded: {one.fact.entry.inferred[fact.field]}"
    text = base.evidence.text(quote) if quote else None
    if text is not None:
        for said, those in (("found as", found(text, fact)), ("beside", beside(text, one))):
            if those:
                yield f"      {said} {listed(those)}"
