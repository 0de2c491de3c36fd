"""What a change leaves to read, in its passages, and the stamps that it adds or takes back."""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.compare.changes import Fact, Reading, Stamp
from policykb.evidence.grade import Graded, grade_record
from policykb.evidence.passage import Passage
from policykb.evidence.quotation import Quotation
from policykb.evidence.reviewed import holds
from policykb.text.normalize import normalize

AROUND = 200
"""Characters of its sentences that are shown before and behind a quotation."""
LONGEST = 400
"""Characters of a quotation, or of what is left out of it, that are shown."""

_Key = tuple[object, ...]


def to_read(before: Context, after: Context) -> list[Reading]:
    """The passages with the facts that wait for a reader now and did not before: a fact is to read,
    its record is not stamped as it stands, and one of these is new."""
    known = {_key(before, one) for entry in before.entries for one in _waiting(before, entry)}
    found: dict[tuple[str, int], Reading] = {}
    for entry in after.entries:
        for one in _waiting(after, entry):
            if _key(after, one) not in known:
                place = found.setdefault((entry.id, id(one.best)), _reading(entry, one.best))
                place.facts.append(Fact(one.fact.field, one.fact.value, one.why))
    return list(found.values())


def _waiting(base: Context, entry: Entry) -> Iterator[Graded]:
    if holds(base, entry) is not True:
        yield from (one for one in grade_record(base.evidence, entry) if one.grade == "to-read")


def _key(base: Context, one: Graded) -> _Key:
    """What a fact is told by in both states: a renaming makes no other of it."""
    quotes = [(base.first_id(each.source), normalize(each.raw.quote)) for each in one.quotes]
    ids = base.first_id(one.fact.entry.id), base.first_id(one.fact.value)
    return (*ids, one.fact.field, *quotes)


def _reading(entry: Entry, quote: Quotation | None) -> Reading:
    line = entry.page.line(quote.raw.at) if quote else entry.raw.line
    made = Reading(entry.id, entry.title, entry.page.path, line)
    if quote is not None:
        made.source, made.place = quote.source, quote.place
        made.passage = _marked(quote.passage)
    return made


def _marked(place: Passage) -> str:
    """The sentences of a quotation, its runs between ⟦ and ⟧."""
    low, high = place.windows[0][0], place.windows[-1][1]
    parts = [_end(place.text[low : place.start])]
    for index, (start, end) in enumerate(place.runs):
        parts += ["⟦", _middle(place.text[start:end]), "⟧"]
        if index < len(place.gaps):
            parts.append(_middle(place.text[slice(*place.gaps[index])]))
    return "".join([*parts, _end(place.text[place.end : high][::-1])[::-1]]).strip()


def _end(text: str) -> str:
    return text if len(text) <= AROUND else f"…{text[-AROUND:]}"


def _middle(text: str) -> str:
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"


def stamps(before: Context, after: Context) -> list[Stamp]:
    """The stamps of review that were added, and those that hold no longer."""
    old = {before.first_id(entry.id): entry for entry in before.entries}
    found = []
    for entry in after.entries:
        was = old.get(after.first_id(entry.id))
        words, held = entry.text("reviewed"), holds(after, entry)
        is_new = words and words != (was.text("reviewed") if was else "")
        if is_new or (was is not None and holds(before, was) and not held):
            found.append(Stamp(entry.id, words, bool(is_new), held))
    return found
