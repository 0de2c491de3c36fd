"""Briefs: pages that answer a question in sentences, each resting on records."""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.base.opening import Sentence, sentences
from policykb.base.settings import Settings
from policykb.markdown.page import Page

FOLDER = "briefs"
"""The folder under ``docs`` whose pages are briefs, except ``index.md``."""


def is_brief(settings: Settings, page: Page) -> bool:
    """Whether a page is a brief."""
    folder = f"{settings.docs.rstrip('/')}/{FOLDER}/"
    return page.path.startswith(folder) and not page.path.endswith("/index.md")


def briefs(base: Base) -> Iterator[Page]:
    """The pages that are briefs."""
    return (page for page in base.pages if is_brief(base.settings, page))


def sentences_of(page: Page) -> Iterator[Sentence]:
    """A brief's sentences outside records, in order."""
    return sentences(page, page.prose, [item for item, owner in page.inlines if owner is None])


def rests_on(base: Base, page: Page) -> list[Entry]:
    """The records that a brief links, each once, in order."""
    targets = dict.fromkeys(ident for one in sentences_of(page) for ident in one.targets)
    return [base.by_id[ident] for ident in targets if ident in base.by_id]
