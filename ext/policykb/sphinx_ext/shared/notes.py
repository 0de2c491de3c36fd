"""What is remembered of pages from one build to the next, because their text is not read again."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from sphinx.domains import Domain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class Seen(NamedTuple):
    """A record as a reader sees it: all that the checker and the build both know."""

    id: str
    type: str
    title: str
    line: int
    fields: tuple[tuple[str, str], ...]


class PageNotes(Domain):
    """Keeps, for each page, what was blocked in it and which records it refers to."""

    name = "policykb"
    label = "Policy knowledge"
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {
        "blocked": {},
        "references": {},
        "headings": {},
        "lists": {},
        "rests_on": {},
        "shows": {},
        "records": {},
    }
    data_version = 5

    @property
    def blocked(self) -> dict[str, list[tuple[int, str]]]:
        """By docname: the line and the words of everything that was not let through."""
        found: dict[str, list[tuple[int, str]]] = self.data["blocked"]
        return found

    @property
    def references(self) -> dict[str, list[str]]:
        """By docname: the ids that its text refers to."""
        found: dict[str, list[str]] = self.data["references"]
        return found

    @property
    def headings(self) -> dict[str, dict[str, str]]:
        """By docname: the titles of records that its headings show, by id."""
        found: dict[str, dict[str, str]] = self.data["headings"]
        return found

    @property
    def lists(self) -> dict[str, list[dict[str, str]]]:
        """By docname: what each list of records in it asks for."""
        found: dict[str, list[dict[str, str]]] = self.data["lists"]
        return found

    @property
    def rests_on(self) -> dict[str, dict[str, str]]:
        """By docname: the things beside the time of its file that its reading rests on, and a
        checksum of each on the day when it was read."""
        found: dict[str, dict[str, str]] = self.data["rests_on"]
        return found

    @property
    def shows(self) -> dict[str, list[tuple[str, str, str]]]:
        """By docname: the pages, labels and terms whose titles it shows when it is written: the
        kind, the name, and what stands after # in a link to a page."""
        found: dict[str, list[tuple[str, str, str]]] = self.data["shows"]
        return found

    @property
    def records(self) -> dict[str, list[Seen]]:
        """By docname: the records that were made of it, where sphinx-needs does not keep them."""
        found: dict[str, list[Seen]] = self.data["records"]
        return found

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or gone."""
        for kind in self.initial_data:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another reading process found."""
        for kind in self.initial_data:
            for docname in docnames:
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]


def of(env: BuildEnvironment) -> PageNotes:
    """The notes of a build environment."""
    notes = env.domains["policykb"]
    assert isinstance(notes, PageNotes)
    return notes


def note(env: BuildEnvironment, line: int, words: str) -> None:
    """Remember that something was not let through, to be reported in every later build too."""
    found = of(env).blocked.setdefault(env.docname, [])
    if (line, words) not in found:
        found.append((line, words))
