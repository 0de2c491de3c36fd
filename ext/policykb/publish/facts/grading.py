"""How far a fact got, in readers' words: what was found, never that it is so."""

from __future__ import annotations

from collections.abc import Sequence

from policykb.evidence.grade import Graded

STANDING = {
    "refused": "Not found in the source",
    "to-read": "In the source",
    "pointed": "Found in the source, pointed out by the editors",
    "shown": "Found in the source",
}
"""By grade, the worst first."""

MARKS = {"refused": "not found in the source", "to-read": "to be read", "inferred": "inferred"}
"""What stands beside a value wherever it is shown, by grade, the worst first; those without a mark
were found in the source."""

REASONS = {
    "subject": "the words quoted do not name this record",
    "others": "another value of the kind stands beside it",
    "hedged": "the source says it under a condition, as expected or as reported",
    "limited": "the source goes on with something that limits it",
    "stitched": "the value and the record's name stand in two statements",
    "ambiguous": "the words stand in the source more than once",
    "language": "values in the source's language cannot be read",
    "absent": "no quotation has the value",
    "denied": "the source denies it",
}


def standing(found: Sequence[Graded]) -> str:
    """The words for the worst of the grades that the items of a field have; empty for none."""
    grades = {one.grade for one in found}
    return next((words for grade, words in STANDING.items() if grade in grades), "")


def open_questions(found: Sequence[Graded], names: Sequence[str]) -> list[str]:
    """Why items are left to a person: one line each, with the item's name where there are more."""
    lines = []
    for one, name in zip(found, names, strict=False):
        if one.grade in ("to-read", "refused"):
            why = "; ".join(REASONS[reason] for reason in one.why)
            lines.append(f"{name}: {why}" if len(names) > 1 else why)
    return lines
