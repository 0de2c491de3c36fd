"""What pages show of a field: its values, what it rests on, how far that got, and what links to a
record. In readers' words a fact was found in a source, never that it is so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.evidence.grade import Graded
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.interface import Interface

STANDING = ("refused", "to-read", "pointed", "shown")
"""Grades that are worded, the worst first."""
MARKED = ("refused", "to-read", "inferred")
"""Grades that are told beside a value wherever it is shown, the worst first; all others were found
in the source."""


class Item(NamedTuple):
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
    order = [*MARKED, ""]
    return min(one, other, key=lambda item: order.index(item.grade if item.mark else ""))


@dataclass(slots=True)
class Fact:
    """A field of a record with what it rests on.

    ``state`` is ``quoted``, ``inferred``, ``gap`` or ``editorial``; ``why`` is the reason of an
    inferred value or of a gap. Of a quoted one ``standing`` says in words how far it got, and
    ``questions`` what a person still has to judge.
    """

    entry: Entry
    name: str
    label: str
    items: list[Item]
    state: str
    why: str = ""
    standing: str = ""
    questions: list[str] = field(default_factory=list)
    support: list[Quotation] = field(default_factory=list)
    disputes: list[Quotation] = field(default_factory=list)


def standing(t: Interface, found: Sequence[Graded]) -> str:
    """The words for the worst of the grades that the items of a field have; empty for none."""
    grades = {one.grade for one in found}
    worst = next((grade for grade in STANDING if grade in grades), "")
    return t("grade.in_source" if worst == "to-read" else f"grade.{worst}") if worst else ""


def open_questions(t: Interface, found: Sequence[Graded], names: Sequence[str]) -> list[str]:
    """Why items are left to a person: one line each, with the item's name where there are more."""
    lines = []
    for one, name in zip(found, names, strict=False):
        if one.grade in ("to-read", "refused"):
            why = t("list.semicolon").join(t(f"why.{reason}") for reason in one.why)
            lines.append(f"{name}{t('list.colon')}{why}" if len(names) > 1 else why)
    return lines


class Back(NamedTuple):
    """Records that link to one, by one relation, worded from where they point: ``name`` as files
    of types have it, ``label`` for readers."""

    name: str
    label: str
    items: tuple[Item, ...]
    """The records, each with the grade of its link."""
