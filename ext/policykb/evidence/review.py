"""Every fact of a base with its grade, as other programs and people read it."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from policykb.base.entry import Entry
from policykb.evidence.beside import told
from policykb.evidence.evidence import Evidence
from policykb.evidence.grade import GRADES, Graded, grade_record
from policykb.evidence.quotation import Quotation
from policykb.text.characters import encodable
from policykb.text.counted import counted


def listing(
    evidence: Evidence,
    ids: Iterable[str] | None = None,
    over: Callable[[list[Entry]], Iterable[Entry]] = iter,
) -> dict[str, Any]:
    """The facts of a base (of the records named, where any are) and how many have each grade;
    ``over`` goes through the records and may tell how far it is."""
    found = graded(evidence, ids, over)
    return {"facts": [as_data(one) for one in found], "summary": _summary(found)}


def graded(
    evidence: Evidence,
    ids: Iterable[str] | None = None,
    over: Callable[[list[Entry]], Iterable[Entry]] = iter,
) -> list[Graded]:
    """The same facts, not yet as plain values."""
    wanted = None if ids is None else set(ids)
    entries = [one for one in evidence.base.entries if wanted is None or one.id in wanted]
    return [one for entry in over(entries) for one in grade_record(evidence, entry)]


def _summary(found: list[Graded]) -> dict[str, int]:
    count = Counter(one.grade for one in found)
    return {name: count[name] for name in GRADES}


def as_data(one: Graded) -> dict[str, Any]:
    """A fact as plain values. ``line`` is that of its field; ``start`` and ``end`` of a quotation
    are code points of the source, None where it is not found."""
    entry = one.fact.entry
    option = entry.raw.options[one.fact.field]
    return {
        "record": entry.id,
        "field": one.fact.field,
        "value": one.fact.value,
        "grade": one.grade,
        "why": list(one.why),
        "path": encodable(entry.page.path),
        "line": entry.page.line(option.at),
        "quotes": [_quote(quote) for quote in one.quotes],
        "reviewed": entry.text("reviewed") or None,
    }


def _quote(one: Quotation) -> dict[str, Any]:
    return {
        "source": one.raw.source.strip(),
        "quote": " ".join(one.raw.quote.split()),
        "start": one.match.start if one.match else None,
        "end": one.match.end if one.match else None,
    }


def text(found: list[Graded], *, everything: bool) -> str:
    """The list for a terminal: what is to read, or every fact."""
    lines = []
    for graded in found:
        if everything or graded.grade in ("to-read", "refused"):
            one = as_data(graded)
            lines.append(
                f"{one['path']}:{one['line']}: {grade_words(graded)}: {one['record']}."
                f"{one['field']} = {one['value']}{told(graded)}"
            )
            lines += [f"    “{quote['quote']}” {quote['source']}" for quote in one["quotes"]]
    counts = ", ".join(f"{count} {name}" for name, count in _summary(found).items())
    return "\n".join([*lines, f"{counted(len(found), 'fact')}: {counts}"]) + "\n"


def grade_words(one: Graded) -> str:
    """The grade of a fact, with the reasons."""
    return f"{one.grade} ({', '.join(one.why)})" if one.why else one.grade
