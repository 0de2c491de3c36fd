"""The pages that people write and that are no records, briefs among them."""

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from policykb.markdown.page import Page
from policykb.publish.facts.prose import headings, page_prose, page_title
from policykb.publish.facts.records import Records
from policykb.text import sentences


@dataclass(frozen=True, slots=True)
class Brief:
    """A written page that answers one question."""

    docname: str
    title: str
    summary: str
    text: str
    path: str


class WrittenPages(Records):
    """Reads titles and words of written pages."""

    @cached_property
    def _pages(self) -> dict[str, Page]:
        top = self.base.settings.docs.rstrip("/") + "/"
        return {one.path.removeprefix(top).removesuffix(".md"): one for one in self.base.pages}

    @property
    def written(self) -> Set[str]:
        """The docnames of the pages that are written."""
        return self._pages.keys()

    def description(self, docname: str) -> str:
        """The first sentence of a written page that is no record; empty where there is none."""
        page = self._pages.get(docname)
        return sentences.first(page_prose(self.base, page)) if page is not None else ""

    def title_of(self, docname: str) -> str:
        """The heading of a written page that is no record."""
        return page_title(self.base, self._pages[docname]) or docname

    def headings(self, docname: str) -> list[str]:
        """The headings below that of a written page; none of a page that is generated."""
        page = self._pages.get(docname)
        return headings(self.base, page) if page is not None else []

    def text_of(self, docname: str) -> str:
        """The words of a written page that is no record."""
        return page_prose(self.base, self._pages[docname])

    @cached_property
    def briefs(self) -> list[Brief]:
        """The briefs in the order of their paths."""
        found = []
        for docname, page in self._pages.items():
            if docname.startswith("briefs/") and docname != "briefs/index":
                text = page_prose(self.base, page)
                heading = page_title(self.base, page) or docname.removeprefix("briefs/")
                found.append(Brief(docname, heading, sentences.first(text), text, page.path))
        return found
