"""Briefs: pages that answer a question in sentences, each resting on records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policykb.markdown.running_text import running_text
from policykb.text.sentences import split

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base
    from policykb.markdown.inline import Inline
    from policykb.markdown.page import Page

FOLDER = "briefs"
"""The folder under ``docs`` whose pages are briefs (``index.md`` is none)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief: its place in the page, the records that it links, what stands in
    it beside plain words."""

    start: int
    end: int
    records: tuple[Entry, ...]
    inlines: tuple[Inline, ...]


def briefs(base: Base) -> Iterator[Page]:
    """The pages that are briefs."""
    folder = f"{base.settings.docs.rstrip('/')}/{FOLDER}/"
    for page in base.pages:
        if page.path.startswith(folder) and not page.path.endswith("/index.md"):
            yield page


def sentences_of(base: Base, page: Page) -> Iterator[Sentence]:
    """A brief's sentences outside records, in order."""
    inlines = [item for item, owner in page.inlines if owner is None]
    for start, stop in page.prose:
        here = [item for item in inlines if start <= item.start < stop]
        for at, words in running_text(page.text, start, stop, here):
            for first, last in split(words):
                mine = tuple(one for one in here if at + first <= one.start < at + last)
                yield Sentence(at + first, at + last, tuple(_linked(base, mine)), mine)


def rests_on(base: Base, page: Page) -> list[Entry]:
    """The records that a brief links, each once, in order."""
    found: dict[str, Entry] = {}
    for sentence in sentences_of(base, page):
        for entry in sentence.records:
            found.setdefault(entry.id, entry)
    return list(found.values())


def _linked(base: Base, inlines: tuple[Inline, ...]) -> Iterator[Entry]:
    from policykb.markdown.inline import need_target

    for item in inlines:
        if item.kind == "role" and item.name == "need":
            entry = base.by_id.get(need_target(item)[0])
            if entry is not None:
                yield entry
