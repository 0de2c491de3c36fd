"""The first sentence of a record's own words: what lists, search results and previews show."""

from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.markdown.inline import Inline, need_target
from policykb.markdown.running_text import running_text
from policykb.text.sentences import split


@dataclass(frozen=True, slots=True)
class Opening:
    """A first sentence: its place in the page, and what stands in it beside plain words."""

    start: int
    end: int
    inlines: tuple[Inline, ...]

    @property
    def linked(self) -> set[str]:
        """The ids of the records that it links."""
        roles = (one for one in self.inlines if one.kind == "role" and one.name == "need")
        return {need_target(one)[0] for one in roles}


def opening(entry: Entry) -> Opening | None:
    """The first sentence of a record's text; None where it has no text."""
    inlines = [item for item, owner in entry.page.inlines if owner is entry.raw]
    for start, stop in entry.raw.prose:
        for at, words in running_text(entry.page.text, start, stop, inlines):
            for first, last in split(words)[:1]:
                low, high = at + first, at + last
                mine = tuple(one for one in inlines if low <= one.start < high)
                return Opening(low, high, mine)
    return None


def first_words(entry: Entry) -> str:
    """The first sentence as it is written but for white space; empty where there is no text."""
    said = opening(entry)
    return " ".join(entry.page.text[said.start : said.end].split()) if said else ""
