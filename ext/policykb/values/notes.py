"""Names with a reason each: `field — why; field — why`, as `gap` and `inferred` hold them, and
`ID — why`, as `distinct_from` does."""

import re
from collections.abc import Iterable
from functools import cached_property
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


class NotesType(ValueType[tuple[Note, ...]]):
    """Notes on what ``called`` names: fields, or records by their ids."""

    def __init__(self, name: str, pattern: str, called: str) -> None:
        self.name = name
        self.accepted = f"{called} — why, several separated by ;"
        self.pattern = rf"^\s*{pattern}(\s*[—–]|\s+-\s)"
        self._name = pattern
        self._called = f"{'an' if called[0] in 'aeiouI' else 'a'} {called}"

    def parse(self, text: str) -> tuple[Note, ...]:
        """The notes in order. Raises `BadValue`; its kind is ``reason`` where a name has no real
        reason, ``twice`` where it is given twice."""
        next_name = _NEXT.format(name=self._name)
        if "\uff1b" in text and (found := re.search(next_name, text)):
            fix, at = re.sub(next_name, "; ", text), found.start()
            reason = "its ； is full-width and separates nothing"
            raise self.bad(reason, fix if self._reads(fix) else None, start=at, end=at + 1)
        notes: list[Note] = []
        at = 0
        for part in text.split(";"):
            start = at + len(part) - len(part.lstrip())
            note = self._note(part, start, max(start, at + len(part.rstrip())), not notes)
            if any(one.field == note.field for one in notes):
                reason = f"{note.field} is named twice"
                raise self.bad(reason, kind="twice", start=note.start, end=note.end)
            notes.append(note)
            at += len(part) + 1
        return tuple(notes)

    def _note(self, part: str, start: int, end: int, is_first: bool) -> Note:
        if start >= end:
            raise self.bad("an entry is empty", start=start, end=end)
        match = self._form.fullmatch(part)
        if match is None:
            reason = f"“{part.strip()}” does not begin with {self._called} and a dash"
            hint = "" if is_first else " (within a reason write a comma, not ;)"
            raise self.bad(reason + hint, start=start, end=end)
        field, why = match[1], match[2].strip()
        if not is_reason(why, field):
            said = f"“{why}” is no reason" if why else "no reason is given"
            raise self.bad(f"{field}: {said}", kind="reason", start=start, end=end)
        return Note(field, why, start, end)

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(_NOTE.format(name=self._name), re.DOTALL)

    def _reads(self, text: str) -> bool:
        try:
            return bool(self.parse(text))
        except BadValue:
            return False

    def print(self, value: Iterable[Note]) -> str:
        """The items as they are written."""
        return "; ".join(f"{note.field} — {note.why}" for note in value)


NOTES = NotesType("notes", _FIELD, "field")
DISTINCT = NotesType("distinct", _ID, "ID")
"""Other records, each with what tells it apart."""
