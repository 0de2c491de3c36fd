"""Where each page, record and file of the site is: addresses from one page to another."""

from collections.abc import Callable
from functools import cached_property
from posixpath import dirname, relpath
from urllib.parse import urlsplit

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.model import TYPES
from policykb.publish.facts.site_page import SitePage
from policykb.publish.facts.written import WrittenPages

Href = Callable[[str, str], str]
"""``(docname, from_docname)`` to a relative address."""


def relative(docname: str, from_docname: str) -> str:
    """The address of one HTML page from another, as Sphinx's ``html`` builder lays them out."""
    return relpath(f"{docname}.html", dirname(from_docname) or ".")


class Addresses(WrittenPages):
    """Knows which pages there are and tells their addresses.

    ``pages`` are those that are no records, found by `policykb.publish.catalog`, none where the
    records are a part of another site; ``href`` tells a page's address from another page's,
    ``address`` that from the site's top; ``baseurl`` is the site's own address where it is known,
    ending in ``/``, else empty.
    """

    def __init__(
        self,
        base: Context,
        pages: tuple[SitePage, ...],
        href: Href | None = None,
        baseurl: str = "",
        address: Callable[[str], str] = "{}.html".format,
    ) -> None:
        super().__init__(base)
        self.pages = pages
        self._href = href or relative
        self.baseurl = baseurl
        self.address = address
        self._hrefs: dict[tuple[str, str], str] = {}

    def page(self, docname: str) -> SitePage | None:
        """The page of a docname that is no record, where one is declared."""
        return self._declared.get(docname)

    @cached_property
    def _declared(self) -> dict[str, SitePage]:
        return {page.docname: page for page in self.pages}

    @cached_property
    def made(self) -> frozenset[str]:
        """The docnames of pages made of the base; one written under the name takes its place."""
        return frozenset(page.docname for page in self.pages if page.make is not None)

    def has_page(self, docname: str) -> bool:
        """Whether a page is there: written, or one of those always generated."""
        return docname in self.written or docname in self.made

    def href(self, target: str, from_docname: str) -> str:
        """The relative address of a page, given by docname (with ``#`` and an anchor perhaps) or,
        where it has a capital prefix, of a record given by id."""
        entry = self.base.by_id.get(target)
        anchor = ""
        if entry is not None:
            target = self.docname(entry)
            if self.shares_page(entry) or not self._page_href(target, from_docname):
                anchor = f"#{entry.id}"
        elif "#" in target:
            target, _, anchor = target.partition("#")
            anchor = f"#{anchor}"
        if target == from_docname and anchor:
            return anchor
        return self._page_href(target, from_docname) + anchor

    def _page_href(self, docname: str, from_docname: str) -> str:
        """The builder's answer, asked for once for each folder; of the page for unknown addresses,
        which is served at any depth, the way from the root of the host."""
        if from_docname == "404":
            return self.top + self.address(docname)
        if docname == from_docname:
            own = self.address(docname).rpartition("/")[2]
            return self._href(docname, from_docname) or own or "./"
        folder, _, name = from_docname.rpartition("/")
        # Where each page is a folder, the index of one is no folder in it.
        key = (docname, f"{folder}/{'index' if name == 'index' else ''}")
        if key not in self._hrefs:
            self._hrefs[key] = self._href(docname, from_docname)
        return self._hrefs[key]

    def fact_href(self, fact: tuple[Entry, str], from_docname: str) -> str:
        """The address of a field among the facts of its record, where its grade is explained."""
        entry, name = fact
        return self.href(f"{self.docname(entry)}#{entry.id}-f-{name}", from_docname)

    def list_href(self, kind: str, from_docname: str) -> str:
        """The address of the list of all records of a type; empty where there is none."""
        if not self.has_page(f"{TYPES[kind].folder}/index"):
            return ""
        return self._page_href(f"{TYPES[kind].folder}/index", from_docname)

    def file_href(self, path: str, from_docname: str) -> str:
        """The address of a file that is no page, given by its path from the site's top."""
        return self.up(from_docname) + path

    @property
    def top(self) -> str:
        """The site's top, from the root of its host."""
        return urlsplit(self.baseurl).path or "/"

    def up(self, from_docname: str) -> str:
        """The way from a page to the site's top: empty, or ending in ``/``."""
        if from_docname == "404":
            return self.top
        index = self._page_href("index", from_docname)
        return index[: len(index) - len("index.html")] if index.endswith("index.html") else index

    def permalink(self, entry: Entry, from_docname: str) -> str:
        """The address that stays when a record moves to another page; the page's own where the
        site has no such addresses."""
        return self._page_href(self._lasting(entry), from_docname)

    def lasting(self, entry: Entry) -> str:
        """The same in full."""
        return self.absolute(self._lasting(entry))

    def _lasting(self, entry: Entry) -> str:
        return f"id/{entry.id}" if self.pages else self.docname(entry)

    def absolute(self, docname: str) -> str:
        """The full address of a page where the site's own is known, else its path."""
        return self.baseurl + self.address(docname)
