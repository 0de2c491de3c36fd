"""Briefs: pages that answer a question in sentences, each resting on records."""

from collections.abc import Iterator
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.base.settings import Settings
from policykb.markdown.inline import Inline, need_target
from policykb.markdown.page import Page
from policykb.markdown.running_text import running_text
from policykb.text.sentences import split

FOLDER = "briefs"
"""The folder under ``docs`` whose pages are briefs, except ``index.md``."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief: its place in the page, what it refers to by ``{need}``, what stands
    in it beside plain words."""

    start: int
    end: int
    targets: tuple[str, ...]
    inlines: tuple[Inline, ...]


def is_brief(settings: Settings, page: Page) -> bool:
    """Whether a page is a brief."""
    folder = f"{settings.docs.rstrip('/')}/{FOLDER}/"
    return page.path.startswith(folder) and not page.path.endswith("/index.md")


def briefs(base: Base) -> Iterator[Page]:
    """The pages that are briefs."""
    return (page for page in base.pages if is_brief(base.settings, page))


def sentences_of(page: Page) -> Iterator[Sentence]:
    """A brief's sentences outside records, in order."""
    inlines = [item for item, owner in page.inlines if owner is None]
    for start, stop in page.prose:
        here = [item for item in inlines if start <= item.start < stop]
        for at, words in running_text(page.text, start, stop, here):
            for first, last in split(words):
                mine = tuple(one for one in here if at + first <= one.start < at + last)
                yield Sentence(at + first, at + last, tuple(_targets(mine)), mine)


def rests_on(base: Base, page: Page) -> list[Entry]:
    """The records that a brief links, each once, in order."""
    targets = dict.fromkeys(ident for one in sentences_of(page) for ident in one.targets)
    return [base.by_id[ident] for ident in targets if ident in base.by_id]


def _targets(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for item in inlines:
        if item.kind == "role" and item.name == "need":
            yield need_target(item)[0]
