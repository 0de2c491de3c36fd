"""How far a fact got, in readers' words: what was found, never that it is so."""

from collections.abc import Sequence

from policykb.evidence.grade import Graded
from policykb.publish.facts.interface import Interface

STANDING = ("refused", "to-read", "pointed", "shown")
"""Grades that are worded, the worst first."""
MARKED = ("refused", "to-read", "inferred")
"""Grades that are told beside a value wherever it is shown, the worst first; all others were found
in the source."""


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
