"""What pages show of a field: its values, what it rests on, and what links to a record."""

from dataclasses import dataclass, field

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.publish.facts import grading


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a field: its words, and the record it links to where it is a link. ``mark`` says
    what readers must know of its ``grade``, ``dated`` of when it is where it holds for a time only;
    ``fact`` is the record and the field that it is from; ``note`` says in full what its words are
    short for."""

    text: str
    entry: Entry | None = None
    grade: str = ""
    mark: str = ""
    dated: str = ""
    fact: tuple[Entry, str] | None = None
    note: str = ""


def worst(one: Item, other: Item) -> Item:
    """Of two items for one thing that with the worse grade."""
    order = [*grading.MARKED, ""]
    return min(one, other, key=lambda item: order.index(item.grade if item.mark else ""))


@dataclass(slots=True)
class Fact:
    """A field of a record with what it rests on.

    ``state`` is ``quoted``, ``inferred``, ``gap`` or ``editorial``; ``why`` is the reason of an
    inferred value or of a gap. Of a quoted one ``standing`` says in words how far it got, and
    ``questions`` what a person still has to judge.
    """

    name: str
    label: str
    items: list[Item]
    state: str
    why: str = ""
    standing: str = ""
    questions: list[str] = field(default_factory=list)
    support: list[Quotation] = field(default_factory=list)
    disputes: list[Quotation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Back:
    """Records that link to one, by one relation, worded from where they point: ``name`` as files
    of types have it, ``label`` for readers."""

    name: str
    label: str
    items: tuple[Item, ...]
    """The records, each with the grade of its link."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records alone."""
        return tuple(one.entry for one in self.items if one.entry is not None)

    @property
    def number(self) -> int:
        """How many records link."""
        return len(self.items)
