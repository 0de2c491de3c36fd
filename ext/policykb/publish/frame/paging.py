"""Long lists in several pages: the first under the list's own name, ``chain``, the others under
``chain-2``, ``chain-3`` and so on."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Generic, NamedTuple, TypeVar

from markupsafe import Markup

from policykb.publish.facts import words
from policykb.publish.facts.interface import Interface
from policykb.publish.facts.site import Site

T = TypeVar("T")

SIZE = 200
"""Rows of a page at most."""
NEAR = 2
"""Pages on each side of one's own that are linked by number, beside the first and the last."""
LONG = 40
"""Characters of a name at the end of a range."""

_FURTHER = re.compile(r"(.+)-(?:[2-9]|[1-9]\d+)")


class Place(NamedTuple):
    """One page of a list: its number from 1, and the names of its first and last row."""

    docname: str
    number: int
    names: str


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """The rows of one page, before which ``start`` of ``total`` go, and all the list's pages."""

    rows: Sequence[T]
    start: int
    total: int
    place: Place
    places: tuple[Place, ...]
    t: Interface

    @property
    def docname(self) -> str:
        return self.place.docname

    @property
    def several(self) -> bool:
        """Whether the list takes more than one page."""
        return len(self.places) > 1

    @property
    def index(self) -> str:
        """The path of the file with all rows."""
        return index_path(self.places[0].docname)

    @property
    def previous(self) -> Place | None:
        return self.places[self.place.number - 2] if self.place.number > 1 else None

    @property
    def next(self) -> Place | None:
        return self.places[self.place.number] if self.place.number < len(self.places) else None

    @property
    def linked(self) -> list[Place | None]:
        """The pages linked by number; None for those left out between two. No single page is left
        out: its number takes no more room than an ellipsis."""
        last, here = len(self.places), self.place.number
        wanted = {1, last, *range(max(1, here - NEAR), min(last, here + NEAR) + 1)}
        wanted |= {one for one in range(2, last) if {one - 1, one + 1} <= wanted}
        found: list[Place | None] = []
        for number in sorted(wanted):
            if number > 1 and number - 1 not in wanted:
                found.append(None)
            found.append(self.places[number - 1])
        return found

    def titled(self, title: str) -> str:
        """A title that no two pages share."""
        number = self.place.number
        further = self.t("paging.title", title=title, number=number, pages=len(self.places))
        return title if number == 1 else further

    def count(self, what: str) -> str:
        """``12 records``, or of a list in several pages ``1–200 of 5,000 records``."""
        all_of_them = self.t.count(self.total, what)
        if not self.several:
            return all_of_them
        first, last = f"{self.start + 1:,}", f"{self.start + len(self.rows):,}"
        return self.t("paging.range", first=first, last=last, all=all_of_them)


class Listed(NamedTuple):
    """A row as it stands in a list: what it is known by, and its HTML."""

    name: str
    html: Markup


def index(docname: str, rows: Sequence[Listed]) -> Iterator[tuple[str, bytes]]:
    """The file with all rows of a list, where it takes several pages: what the list is filtered and
    sorted by as a whole. A classic script, so that it loads from a folder on disk too."""
    if len(rows) > SIZE:
        text = json.dumps([row.html for row in rows], ensure_ascii=False, separators=(",", ":"))
        yield index_path(docname), f"policykbRows({text});\n".encode("utf-8", "replace")


def index_path(docname: str) -> str:
    """The path of that file from the site's top."""
    return f"rows/{docname.removesuffix('/index').replace('/', '-')}.js"


def split(
    site: Site, docname: str, rows: Sequence[T], name: Callable[[T], str]
) -> Iterator[Part[T]]:
    """A list in pages of at most `SIZE` rows, in order; one page where it is empty, none where a
    written page has its name. ``name`` is what a row is known by."""
    if docname in site.written:
        return
    starts = range(0, max(1, len(rows)), SIZE)
    further = (f"{docname}-{number}" for number in count(2))
    names = (one for one in chain((docname,), further) if one not in site.written)
    places = tuple(
        Place(next(names), number, _range(rows[start : start + SIZE], name))
        for number, start in enumerate(starts, 1)
    )
    for place, start in zip(places, starts, strict=True):
        yield Part(rows[start : start + SIZE], start, len(rows), place, places, site.t)


def first(site: Site, docname: str) -> str:
    """The first page of the list that a page belongs to; the page itself where it is no further
    page of a list."""
    found = _FURTHER.fullmatch(docname)
    if found is None or found[1] not in site.made or docname in site.written:
        return docname
    return found[1]


def _range(rows: Sequence[T], name: Callable[[T], str]) -> str:
    ends = dict.fromkeys(words.shorten(name(one), LONG) for one in (*rows[:1], *rows[-1:]))
    return " – ".join(ends)
