"""Notes on fields: `field — why; field — why`, as `gap` and `inferred` hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policykb.values.base import BadValue, ValueType

ACCEPTED = "field — why, several separated by ;"

_NOTE = re.compile(r"\s*([a-z_][a-z0-9_]*)(?:\s*[—–]\s*|\s+-\s+|\s*$)(.*)", re.DOTALL)
_NEXT = re.compile(r"\uff1b\s*(?=[a-z_][a-z0-9_]*(?:\s*[—–]|\s+-\s))")
_EMPTY = frozenset(
    "na none nil null unknown unclear missing unsure unsourced tbd tba tbc todo idk later pending "
    "notknown notavailable notapplicable notyet notfound noreason nodata noidea noinformation "
    "isunknown itisunknown wedonotknow wedontknow dontknow tobedetermined tobeadded tobedone "
    "becauseunknown reasonunknown unknownreason why x xx xxx test empty blank gap isnotknown "
    "itisnotknown nosource nosources nosourcesaysso idonotknow idontknow nobodyknows seeabove "
    "seebelow notstated notgiven 不明 不詳 未定 未確認 未詳 なし 無し 情報なし 調査中".split()
)


@dataclass(frozen=True, slots=True)
class Note:
    """A field and what is said of it; ``start`` and ``end`` are the code points of the whole entry
    within the option's value, and the field's name begins at ``start``."""

    field: str
    why: str
    start: int
    end: int


def is_reason(why: str, field: str = "") -> bool:
    """Whether a text gives a reason at all, rather than saying only that something (or ``field``)
    is unknown."""
    letters = "".join(char for char in why.lower() if char.isalnum())
    letters = letters.removeprefix("the").removeprefix(field.replace("_", "")) or letters
    if not letters or letters in _EMPTY or letters.isdigit():
        return False
    return not letters.isascii() or len(why.split()) > 1


def parse(text: str) -> tuple[Note, ...]:
    """The notes in order. Raises `BadValue`; its kind is ``reason`` where a field has no real
    reason, ``twice`` where a field is named twice."""
    if "\uff1b" in text and (found := _NEXT.search(text)):
        fix = _NEXT.sub("; ", text)
        raise BadValue(
            "its ； is full-width and separates nothing",
            ACCEPTED,
            fix if _is_read(fix) else None,
            start=found.start(),
            end=found.start() + 1,
        )
    notes: list[Note] = []
    at = 0
    for part in text.split(";"):
        start = at + len(part) - len(part.lstrip())
        end = max(start, at + len(part.rstrip()))
        at += len(part) + 1
        if start >= end:
            raise BadValue("an entry is empty", ACCEPTED, start=start, end=end)
        match = _NOTE.fullmatch(part)
        if match is None:
            raise BadValue(
                f"“{part.strip()}” does not begin with a field and a dash"
                + (" (within a reason write a comma, not ;)" if notes else ""),
                ACCEPTED,
                start=start,
                end=end,
            )
        field, why = match[1], match[2].strip()
        if not is_reason(why, field):
            said = f"“{why}” is no reason" if why else "no reason is given"
            raise BadValue(f"{field}: {said}", ACCEPTED, kind="reason", start=start, end=end)
        if any(note.field == field for note in notes):
            raise BadValue(f"{field} is named twice", ACCEPTED, kind="twice", start=start, end=end)
        notes.append(Note(field, why, start, end))
    return tuple(notes)


def _is_read(text: str) -> bool:
    try:
        return bool(parse(text))
    except BadValue:
        return False


def print_notes(notes: Iterable[Note]) -> str:
    """The notes as they are written."""
    return "; ".join(f"{note.field} — {note.why}" for note in notes)


NOTES = ValueType(
    "notes",
    ACCEPTED,
    parse,
    print_notes,
    {"type": "string", "pattern": r"^\s*[a-z_][a-z0-9_]*(\s*[—–]|\s+-\s)"},
)
