"""Names with a reason each: `field — why; field — why`, as `gap` and `inferred` hold them, and
`ID — why`, as `distinct_from` does."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from policykb.values.base import BadValue, ValueType

_FIELD = r"[a-z_][a-z0-9_]*"
_ID = r"[A-Z]+_[A-Z0-9_]+"
_NOTE = r"\s*({name})(?:\s*[—–]\s*|\s+-\s+|\s*$)(.*)"
_NEXT = r"\uff1b\s*(?={name}(?:\s*[—–]|\s+-\s))"
_WORDS = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "na none nil null unknown unclear missing unsure unsourced tbd tba tbc todo idk later pending "
    "notknown notavailable notapplicable notyet notfound noreason nodata noidea noinformation "
    "isunknown itisunknown wedonotknow wedontknow dontknow tobedetermined tobeadded tobedone "
    "becauseunknown reasonunknown unknownreason why x xx xxx test empty blank gap isnotknown "
    "itisnotknown nosource nosources nosourcesaysso idonotknow idontknow nobodyknows seeabove "
    "seebelow notstated notgiven 不明 不詳 未定 未確認 未詳 なし 無し 情報なし 調査中".split()
)


class Note(NamedTuple):
    """A field (or a record's id) and its note; ``start`` and ``end`` are the code points of the
    whole entry within the option's value, and the name begins at ``start``."""

    field: str
    why: str
    start: int
    end: int


def is_reason(why: str, field: str = "") -> bool:
    """Whether a text gives a reason at all, rather than saying only that something (or ``field``)
    is unknown."""
    letters = "".join(_WORDS.findall(why.lower()))
    letters = letters.removeprefix("the").removeprefix(field.replace("_", "")) or letters
    if not letters or letters in _EMPTY or letters.isdigit():
        return False
    return not letters.isascii() or len(why.split()) > 1


def parse(text: str, name: str = _FIELD, called: str = "field") -> tuple[Note, ...]:
    """The notes in order; ``name`` is the pattern of what each begins with, ``called`` its word.
    Raises `BadValue`; its kind is ``reason`` where a name has no real reason, ``twice`` where it is
    given twice."""
    accepted = _accepted(called)
    if "\uff1b" in text and (found := re.search(_NEXT.format(name=name), text)):
        fix = re.sub(_NEXT.format(name=name), "; ", text)
        raise BadValue(
            "its ； is full-width and separates nothing",
            accepted,
            fix if _is_read(fix, name, called) else None,
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
            raise BadValue("an entry is empty", accepted, start=start, end=end)
        match = _note(name).fullmatch(part)
        if match is None:
            raise BadValue(
                f"“{part.strip()}” does not begin with {_article(called)} and a dash"
                + (" (within a reason write a comma, not ;)" if notes else ""),
                accepted,
                start=start,
                end=end,
            )
        field, why = match[1], match[2].strip()
        if not is_reason(why, field):
            said = f"“{why}” is no reason" if why else "no reason is given"
            raise BadValue(f"{field}: {said}", accepted, kind="reason", start=start, end=end)
        if any(note.field == field for note in notes):
            raise BadValue(f"{field} is named twice", accepted, kind="twice", start=start, end=end)
        notes.append(Note(field, why, start, end))
    return tuple(notes)


@cache
def _note(name: str) -> re.Pattern[str]:
    return re.compile(_NOTE.format(name=name), re.DOTALL)


def _accepted(called: str) -> str:
    return f"{called} — why, several separated by ;"


def _article(called: str) -> str:
    return f"{'an' if called[0] in 'aeiouI' else 'a'} {called}"


def _is_read(text: str, name: str, called: str) -> bool:
    try:
        return bool(parse(text, name, called))
    except BadValue:
        return False


class NotesType(ValueType[tuple[Note, ...]]):
    """Notes on what ``called`` names: fields, or records by their ids."""

    def __init__(self, name: str, pattern: str, called: str) -> None:
        self.name = name
        self.accepted = _accepted(called)
        self.pattern = rf"^\s*{pattern}(\s*[—–]|\s+-\s)"
        self._name, self._called = pattern, called

    def parse(self, text: str) -> tuple[Note, ...]:
        return parse(text, self._name, self._called)

    def print(self, value: Iterable[Note]) -> str:
        """The items as they are written."""
        return "; ".join(f"{note.field} — {note.why}" for note in value)


NOTES = NotesType("notes", _FIELD, "field")
DISTINCT = NotesType("distinct", _ID, "ID")
"""Other records, each with what tells it apart."""
