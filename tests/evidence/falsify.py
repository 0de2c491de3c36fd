"""Falsifications of a base: each makes one stated thing untrue, and must be caught.

``python -m tests.evidence.falsify`` counts them over this repository's own base.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from policykb.base.entry import Entry, names_of
from policykb.base.index import Base
from policykb.check import engine
from policykb.evidence.document.find import Match, find
from policykb.evidence.prose import Prose
from policykb.evidence.shown import Context, shows
from policykb.evidence.state import Checked
from policykb.model import Spec
from policykb.text.normalize import normalise
from policykb.values.base import BadValue
from policykb.values.date import Edtf
from policykb.values.number import Number
from policykb.values.term import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
Falsification = tuple[str, str, bool]
"""Kind, what was changed into what, whether it was caught."""


def quotations(base: Base) -> Iterator[Falsification]:
    """Every letter and digit of every quotation, changed into another, and every letter's case."""
    for found in base.evidence.by_entry.values():
        for one in found:
            quote = one.raw.quote
            for at, char in enumerate(quote):
                for kind, other in others(char):
                    changed = quote[:at] + other + quote[at + 1 :]
                    assert one.source is not None
                    yield kind, changed, not isinstance(find(one.source, changed), Match)


def others(char: str) -> Iterator[tuple[str, str]]:
    """What a character of a quotation is changed into."""
    if char.isdigit():
        yield "digit of a quotation", str((int(char) + 1) % 10)
    elif char.isalpha():
        wanted = "b" if char in "aA" else "a"
        yield "letter of a quotation", wanted.upper() if char.isupper() else wanted
        if len(char.swapcase()) == 1 and char.swapcase() != char:
            yield "case of a letter", char.swapcase()


def fields(base: Base) -> Iterator[Falsification]:
    """Every value of every field that quotations show, changed into values they do not show."""
    for entry in base.entries:
        checked = base.evidence.of(entry)
        for field, spec, _ in entry.filled():
            supporting = [one for one in checked if field in one.supports]
            if not supporting or field in entry.inferred or spec.editorial:
                continue
            is_shown = partial(shown, base, entry, field, spec, supporting)
            value = entry.value(field)
            for item in value if spec.many else (value,):
                for kind, other in substitutes(base, entry, spec, item, supporting):
                    if spec.many and other in value:
                        continue
                    was = f"{entry.id}: {field} {spec.value.print(item)} -> "
                    yield kind, was + spec.value.print(other), not is_shown(other)


def shown(
    base: Base, entry: Entry, field: str, spec: Spec, supporting: list[Checked], item: object
) -> bool:
    """Whether the quotations that support a field would show another value of it."""
    context = Context(base.evidence.names, entry.id)
    found = [
        shows(one.quotation, field, spec.value, item, context, spec.is_link) for one in supporting
    ]
    return any(found) if spec.many else all(found)


def substitutes(
    base: Base, entry: Entry, spec: Spec, item: object, supporting: list[Checked]
) -> Iterator[tuple[str, object]]:
    """Other values of the same type. What the quotations do name besides is no falsification:
    records whose names stand in them, countries and words that do."""
    text = normalise(" ".join(one.raw.quote for one in supporting))
    if spec.is_link:
        own = set(names_of(base.by_id[str(item)]))
        for ident, other in base.by_id.items():
            names = [name for name in names_of(other) if name not in own]
            fits = "any" in spec.targets or other.type in spec.targets
            if fits and ident not in (item, entry.id) and not named(text, names):
                yield "link", ident
    elif isinstance(spec.value, Vocabulary):
        yield from (("vocabulary value", other) for other in spec.value.values if other != item)
    elif isinstance(item, Edtf):
        yield from (("date", other) for other in dates(item))
    elif isinstance(item, Number):
        yield from (("number", other) for other in numbers(item))
    elif spec.value.name == "country":
        from policykb.values.country_names import ADJECTIVES, NAMES

        for code in NAMES:
            if code != item and not named(text, [*NAMES[code], *ADJECTIVES[code]]):
                yield "country", code
    else:
        for other in base.entries:
            for field, its, _ in other.filled():
                if its.value is spec.value and not its.editorial and other.value(field) != item:
                    words = str(other.value(field)).lower().split()
                    if any(word not in text.lower() for word in words):
                        yield "free text", other.value(field)


def named(text: str, names: list[str]) -> bool:
    """Whether a name stands in a text, letter by letter, the names of ministers included."""
    plain = text.replace("Minister", "Ministry").replace(", and ", " and ")
    return any(normalise(name) in plain or normalise(name) in text for name in names)


def dates(value: Edtf) -> Iterator[Edtf]:
    """Dates near one, and more precise than it."""
    from policykb.values.date import DATE

    texts: list[str] = []
    start = str(value.start)
    if value.earliest is not None and value.start.day is not None:
        texts += [
            str(value.earliest + datetime.timedelta(days)) for days in (-31, -10, -1, 1, 10, 31)
        ]
    if value.start.month is not None:
        month = value.start.month % 12 + 1
        texts += [start[:5] + f"{month:02}" + start[7:], start[:5] + f"{month:02}"]
    if value.start.year is not None:
        texts += [f"{value.start.year + step}" + start[4:] for step in (-10, -1, 1)]
    else:
        texts += ["2024" + start[4:], "2025" + start[4:]]
    if value.start.day is None:
        texts += [f"{start}-01" if value.start.month is not None else f"{start}-01-01"]
    if value.end is not None:
        texts += [start, str(value.end), f"{start}/{start[:-2]}{int(start[-2:]) + 1:02}"]
    for text in texts:
        try:
            yield DATE.parse(text)
        except BadValue:
            continue


def numbers(value: Number) -> Iterator[Number]:
    """Numbers near one, of another size, and with or without %."""
    for amount in (value.amount + 1, value.amount - 1, value.amount * 10, value.amount / 1000):
        if amount == value.amount:
            continue
        plain = format(Decimal(amount).normalize(), "f")
        yield Number(plain + "%" * value.percent, Decimal(amount), value.percent)
    yield Number(value.text, value.amount, not value.percent)


def prose(base: Base) -> Iterator[Falsification]:
    """Every number and date in prose, with its last digit or its word changed."""
    for entry in base.entries:
        inlines = [item for item, owner in entry.page.inlines if owner is entry.raw]
        quotes = [one.quotation for one in base.evidence.of(entry)]
        counts = {len(set(ids)) for ids in entry.links.values()}
        for start, stop in entry.raw.prose:
            text = Prose(entry.page.text, start, stop, inlines)
            for claim in text.claims(quotes, {}):
                if claim.amount in counts and not claim.shown:
                    continue
                for other in rewritten(claim.text):
                    changed = entry.page.text[: claim.at] + other + entry.page.text[claim.end :]
                    longer = len(other) - (claim.end - claim.at)
                    again = Prose(changed, start, stop + longer, [])
                    caught = any(
                        not found.shown and found.amount not in counts
                        for found in again.claims(quotes, {})
                    )
                    yield "number in prose", f"{entry.id}: {claim.text} -> {other}", caught


def rewritten(text: str) -> Iterator[str]:
    """A number or date, changed."""
    for at, char in enumerate(text):
        if char.isdigit():
            yield text[:at] + str((int(char) + 3) % 10) + text[at + 1 :]
    if not any(char.isdigit() for char in text):
        yield from (word for word in ("seven", "eleven") if word != text)


KINDS: tuple[Callable[[Base], Iterator[Falsification]], ...] = (quotations, fields, prose)


def count(base: Base) -> tuple[Counter[str], list[tuple[str, str]]]:
    """How many were tried by kind, and those not caught."""
    tried: Counter[str] = Counter()
    missed: list[tuple[str, str]] = []
    for kind in KINDS:
        for name, change, caught in kind(base):
            tried[name] += 1
            if not caught:
                missed.append((name, change))
    return tried, missed


def table(tried: Counter[str], missed: list[tuple[str, str]]) -> Iterator[str]:
    """What was tried and caught, by kind, and each that was not."""
    lost = Counter(name for name, _ in missed)
    for name, number in sorted(tried.items()):
        yield f"{name:24} {number:6} tried {number - lost[name]:6} caught"
    for name, change in missed:
        yield f"missed: {name}: {change}"


def main() -> None:
    """Print the table over this repository's base."""
    print("\n".join(table(*count(engine.load(ROOT)))))


if __name__ == "__main__":
    main()
