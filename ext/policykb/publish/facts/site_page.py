"""A page of the site that is no record: what it is called, where links lead to it, how it is made.

A module of `policykb.publish.pages` declares its page as ``PAGE``; one that has a page for each
type of record declares them as ``pages_of_types()``. `policykb.publish.catalog` finds both.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

_FRAME_IDS = ("site-nav", "jump", "main")

LATE = 500
"""The place of a page that names none: after the pages that come with policykb."""


@dataclass
class GeneratedPage:
    """One page for Sphinx's ``html-collect-pages``: ``template`` is found in
    `policykb.publish.frame.assets.template_dir` and takes ``context`` with ``title`` and
    ``body``. ``made`` is the HTML or what makes it: of a page that says what it ``shows``, records
    by their ids, and has words for the ``rest`` that may change while the base has the same
    records, it is not asked for where nothing of that has changed."""

    docname: str
    title: str
    made: str | Callable[[], str]
    template: str = "generated.html"
    extra: dict[str, Any] = field(default_factory=dict)
    shows: frozenset[str] | None = None
    rest: str = ""

    @cached_property
    def html(self) -> str:
        return self.made if isinstance(self.made, str) else self.made()

    @property
    def context(self) -> dict[str, Any]:
        return {"title": self.title, "body": self.html, **self.extra}


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page as its module declares it. A written page of the same docname takes its place.

    ``make`` and ``after`` are given a `policykb.publish.facts.site.Site`, which knows all pages.
    """

    docname: str
    title: str
    make: Callable[[Any], Iterable[GeneratedPage]] | None = None
    """Makes the page, and its further pages where it is long; None where people write it."""
    after: Callable[[Any, str], str] | None = None
    """HTML that follows the written text of the page, or of a page under it, given by docname."""
    ids: tuple[str, ...] = ()
    """The ids in what follows."""
    order: int = LATE
    """Its place in the menu, at the foot of pages and on the page Browse."""
    name: str = ""
    """The words of links to it; the title where they are the same."""
    menu: str = ""
    """Its words in the menu of every page; empty where it is not in the menu."""
    under: tuple[str, ...] = ()
    """With what the docnames of the pages begin that belong to it."""
    footer: bool = False
    """Whether it is linked at the foot of every page."""
    browse: str = ""
    """What is there, for the page Browse; empty where it is not linked from there."""
    description: str = ""
    """A sentence on it for search engines and previews."""
    contents: bool = False
    """Whether it begins with a list of its headings, where it has many."""
    listed: bool = True
    """Whether the map of the site and its own search name it."""
    files: Callable[[Any], Iterable[tuple[str, bytes]]] | None = None
    """Makes what the page loads later, by path from the site's top."""

    @property
    def words(self) -> str:
        """The words of links to it."""
        return self.name or self.title

    def has(self, docname: str) -> bool:
        """Whether a page is this one or belongs to it."""
        return docname == self.docname or docname.startswith(self.under)


def frame_ids(pages: Iterable[SitePage], docname: str) -> tuple[str, ...]:
    """The ids that the frame gives a written page, so that no heading of it gets one of them;
    ``pages`` are those of the site that are no records."""
    return (*_FRAME_IDS, *(ident for page in pages if page.has(docname) for ident in page.ids))
