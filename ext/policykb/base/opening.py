"""Sentences on pages, and the first one of a record's own words: what lists, search results and
previews show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.markdown.inline import Inline, need_target
from policykb.markdown.page import Page
from policykb.markdown.running_text import running_text
from policykb.text.sentences import split


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the page, and what stands in it beside plain words."""

    start: int
    end: int
    inlines: tuple[Inline, ...]

    @property
    def targets(self) -> list[str]:
        """The ids of the records that it links, as often as it does."""
        roles = (one for one in self.inlines if one.kind == "role" and one.name == "need")
        return [need_target(one)[0] for one in roles]


def sentences(
    page: Page, spans: Iterable[tuple[int, int]], inlines: Sequence[Inline]
) -> Iterator[Sentence]:
    """The sentences in stretches of a page's prose, in which some inlines stand."""
    for start, stop in spans:
        here = [item for item in inlines if start <= item.start < stop]
        for at, words in running_text(page.text, start, stop, here):
            for first, last in split(words):
                low, high = at + first, at + last
                yield Sentence(low, high, tuple(one for one in here if low <= one.start < high))


def opening(entry: Entry) -> Sentence | None:
    """The first sentence of a record's text; None where it has no text."""
    inlines = [item for item, owner in entry.page.inlines if owner is entry.raw]
    return next(sentences(entry.page, entry.raw.prose, inlines), None)


def first_words(entry: Entry) -> str:
    """The first sentence as it is written but for white space; empty where there is no text."""
    said = opening(entry)
    return " ".join(entry.page.text[said.start : said.end].split()) if said else ""
