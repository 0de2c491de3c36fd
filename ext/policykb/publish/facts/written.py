"""The pages that people write and that are no records, briefs among them."""

import re
from collections.abc import Set
from functools import cached_property
from typing import NamedTuple

from policykb.export.plain import plain
from policykb.markdown.page import Page
from policykb.publish.facts.records import Records
from policykb.text import sentences

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_TITLE = re.compile(r"^ {0,3}(?:# +(.*?)#*|(\S.*)\n {0,3}=+ *)$", re.MULTILINE)


class Brief(NamedTuple):
    """A written page that answers one question."""

    docname: str
    title: str
    summary: str
    text: str
    path: str


class WrittenPages(Records):
    """Reads titles and words of written pages, each in one line of plain text."""

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
        return sentences.first(self.text_of(docname)) if docname in self.written else ""

    def title_of(self, docname: str) -> str:
        """The first heading of a written page that is no record; its docname where it has none."""
        match = _TITLE.search(self._pages[docname].text)
        return (self._line(match[1] or match[2] or "") if match else "") or docname

    def headings(self, docname: str) -> list[str]:
        """The headings below that of a written page; none of a page that is generated."""
        found = _HEADING.findall(self._markdown(docname)) if docname in self.written else []
        return [self._line(one.strip("# ")) for one in found if one.startswith("##")]

    def text_of(self, docname: str) -> str:
        """The words of a written page outside its records, without headings."""
        return self._line(_HEADING.sub("", self._markdown(docname)))

    def _markdown(self, docname: str) -> str:
        page = self._pages[docname]
        return "\n\n".join(page.text[start:end] for start, end in page.prose)

    def _line(self, markdown: str) -> str:
        return " ".join(plain(self.base, markdown).split())

    @cached_property
    def briefs(self) -> list[Brief]:
        """The briefs in the order of their paths."""
        found = []
        for docname, page in self._pages.items():
            if docname.startswith("briefs/") and docname != "briefs/index":
                text, title = self.text_of(docname), self.title_of(docname)
                title = title if title != docname else docname.removeprefix("briefs/")
                found.append(Brief(docname, title, sentences.first(text), text, page.path))
        return found
