"""What is remembered of pages from one build to the next, because their text is not read again."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

Fields = tuple[tuple[str, str], ...]


def filled(fields: dict[str, str]) -> Fields:
    """The fields that have a text, in the order of their names."""
    return tuple(sorted(one for one in fields.items() if one[1]))


def joined(items: Iterable[str]) -> str:
    """The items of a list in the order of letters, as two readings are compared."""
    return ",".join(sorted(one.strip() for one in items if one.strip()))


class Seen(NamedTuple):
    """A record as a reader sees it: all that the checker and the build both know."""

    id: str
    type: str
    title: str
    line: int
    fields: Fields


@dataclass(slots=True)
class Notes:
    """What is remembered of one page."""

    blocked: list[tuple[int, str]] = field(default_factory=list)
    """The line and the words of everything that was not let through."""
    references: dict[str, int] = field(default_factory=dict)
    """The ids that its text refers to, with the line where it first does."""
    headings: dict[str, str] = field(default_factory=dict)
    """The titles of records that its headings show, by id."""
    lists: list[dict[str, str]] = field(default_factory=list)
    """What each list of records in it asks for."""
    rests_on: dict[str, str] = field(default_factory=dict)
    """The things beside the time of its file that its reading rests on, and a checksum of each on
    the day when it was read."""
    shows: list[tuple[str, str, str]] = field(default_factory=list)
    """The pages, labels and terms whose titles it shows when it is written: the kind, the name, and
    what stands after # in a link to a page."""
    records: list[Seen] = field(default_factory=list)
    """The records that were made of it, where sphinx-needs does not keep them."""


class PageNotes(Domain):
    """Keeps the notes of each page."""

    name = "policykb"
    label = "Policy knowledge"
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}}
    data_version = 7

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or gone."""
        self.data["pages"].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another reading process found."""
        found = otherdata["pages"].items()
        self.data["pages"].update((name, notes) for name, notes in found if name in docnames)


def all_of(env: BuildEnvironment) -> dict[str, Notes]:
    """The notes of pages by docname."""
    found: dict[str, Notes] = env.domains["policykb"].data["pages"]
    return found


def of(env: BuildEnvironment, docname: str) -> Notes:
    """The notes of a page."""
    return all_of(env).setdefault(docname, Notes())


def note(env: BuildEnvironment, line: int, words: str) -> None:
    """Remember that something was not let through, to be reported in every later build too."""
    found = of(env, env.docname).blocked
    if (line, words) not in found:
        found.append((line, words))
