"""What rests on a source, passage by passage."""

from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.check.rules.evidence.too_much_quoted import share
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site


class Passages(NamedTuple):
    """The paragraphs of a source: those quoted with their quotations, those of equal words
    together, the numbers of the others, and how many of the source's words are quoted (overlaps
    counted once)."""

    cited: list[tuple[int, list[list[Quotation]]]]
    uncited: list[int]
    words: int
    quoted_words: int

    @property
    def share(self) -> int:
        """Percent of the source's words that are quoted, rounded."""
        return round(100 * self.quoted_words / self.words) if self.words else 0

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the source has."""
        return len(self.cited) + len(self.uncited)

    @property
    def uncited_words(self) -> str:
        """The numbers of the paragraphs nothing quotes, as ``1, 4–6``."""
        return ranges(self.uncited)


def passages(entry: Entry, site: Site) -> Passages:
    """What is quoted of a source and where."""
    source = site.base.evidence.sources.get(entry.id)
    groups: dict[int, dict[str, list[Quotation]]] = {}
    spans: list[tuple[int, int]] = []
    for quote in site.quoted_from.get(entry.id, ()):
        groups.setdefault(quote.paragraph, {}).setdefault(quote.text, []).append(quote)
        spans += quote.runs
    cited = [(number, list(alike.values())) for number, alike in sorted(groups.items())]
    if source is None or source.problem:
        return Passages(cited, [], 0, 0)
    quoted, total = share(source, spans)
    uncited = [number for number in range(1, len(source.paragraphs) + 1) if number not in groups]
    return Passages(cited, uncited, total, quoted)


_FIRST = ("headline", "author", "publisher", "published", "url", "language", "nature")
_TECHNICAL = ("file", "sha256", "original", "original_sha256", "extractor")


def arranged(site: Site, entry: Entry, facts: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of a source as a reader asks for them, who published it, when and where first, also
    where that is not given; and apart those that are of use to a program only."""
    by_name = {fact.name: fact for fact in facts}
    first = [
        by_name.get(name) or Fact(entry, name, site.label(entry, name), [], "editorial")
        for name in _FIRST
    ]
    rest = [fact for fact in facts if fact.name not in _FIRST + _TECHNICAL]
    return [*first, *rest], [by_name[name] for name in _TECHNICAL if name in by_name]


def ranges(numbers: list[int]) -> str:
    """``1, 4–6`` for 1, 4, 5, 6."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
