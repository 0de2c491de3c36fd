"""Characters of a base retyped: each makes a quotation or the prose untrue, and must be caught.

Every letter and digit of every quotation, and every number and date of the prose. What
quotations show is falsified in `tests.evidence.falsify`. ``python -m tests.evidence.retyped``
counts.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from policykb.check import engine
from policykb.check.context import Context
from policykb.evidence.claims import claims_of
from policykb.evidence.document.find import Match, find
from policykb.evidence.links import Names
from policykb.evidence.prose import Prose

ROOT = Path(__file__).resolve().parents[2]
Change = tuple[str, str, bool]
"""Kind, what was changed into what, whether it was caught."""


def quotations(base: Context) -> Iterator[Change]:
    """Every letter and digit of every quotation, changed into another, and every letter's case."""
    for found in base.evidence.by_entry.values():
        for one in found:
            quote = one.raw.quote
            for at, char in enumerate(quote):
                for kind, other in others(char):
                    changed = quote[:at] + other + quote[at + 1 :]
                    assert one.document is not None
                    yield kind, changed, not isinstance(find(one.document, changed), Match)


def others(char: str) -> Iterator[tuple[str, str]]:
    """What a character of a quotation is changed into."""
    if char.isdigit():
        yield "digit of a quotation", str((int(char) + 1) % 10)
    elif char.isalpha():
        wanted = "b" if char in "aA" else "a"
        yield "letter of a quotation", wanted.upper() if char.isupper() else wanted
        if len(char.swapcase()) == 1 and char.swapcase() != char:
            yield "case of a letter", char.swapcase()


def no_names() -> Names:
    return Names(())


def prose(base: Context) -> Iterator[Change]:
    """Every number and date in prose, with its last digit or its word changed."""
    for entry in base.entries:
        inlines = [item for item, owner in entry.page.inlines if owner is entry.raw]
        quotes = [one.passage for one in base.evidence.of(entry)]
        counts = {len(set(ids)) for ids in entry.links.values()}
        for start, stop in entry.raw.prose:
            text = Prose(entry.page.text, start, stop, inlines)
            for claim in claims_of(text, quotes, no_names):
                if claim.amount in counts and not claim.shown:
                    continue
                for other in rewritten(claim.text):
                    changed = entry.page.text[: claim.at] + other + entry.page.text[claim.end :]
                    longer = len(other) - (claim.end - claim.at)
                    again = Prose(changed, start, stop + longer, [])
                    caught = any(
                        not found.shown and found.amount not in counts
                        for found in claims_of(again, quotes, no_names)
                    )
                    yield "number in prose", f"{entry.id}: {claim.text} -> {other}", caught


def rewritten(text: str) -> Iterator[str]:
    """A number or date, changed."""
    for at, char in enumerate(text):
        if char.isdigit():
            yield text[:at] + str((int(char) + 3) % 10) + text[at + 1 :]
    if not any(char.isdigit() for char in text):
        yield from (word for word in ("seven", "eleven") if word != text)


KINDS: tuple[Callable[[Context], Iterator[Change]], ...] = (quotations, prose)


def count(base: Context) -> tuple[Counter[str], list[tuple[str, str]]]:
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
