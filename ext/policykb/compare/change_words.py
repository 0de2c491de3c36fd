"""What is told of the change of a record, and in which order."""

from collections.abc import Callable, Iterator

from policykb.compare.changes import FieldChange, RecordChange
from policykb.text.counted import counted

Show = Callable[[str], str]
"""How an output writes words that come from the pages."""

LONG = 60
"""Characters of a value that are shown."""


class ChangeWords:
    """Tells what became of a record: names fields and ids, and shows what changed as it is written.

    Another audience is a subclass with words of its own, empty where it is told nothing. ``kind``
    is the type of the record.
    """

    def __init__(self, show: Show = str) -> None:
        self._show = show

    def told(self, change: RecordChange) -> Iterator[str]:
        """What became of a record that is still there, and what quotations a new one has."""
        return filter(None, self._told(change))

    def _told(self, change: RecordChange) -> Iterator[str]:
        if change.change == "removed":
            return
        if change.change != "added":
            yield from self._rewritten(change)
        for what, quotations in (
            ("added", change.quotations_added),
            ("removed", change.quotations_removed),
            ("reassigned", change.reassigned),
        ):
            if quotations:
                yield self.quotations(what, len(quotations))

    def _rewritten(self, change: RecordChange) -> Iterator[str]:
        if change.former_id is not None:
            yield self.new_id(change)
        if change.former_path:
            yield self.moved(change)
        for one in change.fields:
            yield self._field(change.type, one)
        if change.text is not None:
            yield self.text(*change.text)

    def _field(self, kind: str, change: FieldChange) -> str:
        if change.field == "sha256" and change.before and change.after:
            return self.document()
        if change.field in ("gap", "inferred"):
            fresh = {item.split()[0]: item for item in change.added}
            gone = [item.split()[0] for item in change.removed]
            return self.noted(kind, change, fresh, [one for one in gone if one not in fresh])
        return self.items(kind, change) if change.many else self.value(kind, change)

    def new_id(self, change: RecordChange) -> str:
        before, after = (self._show(one or "(none)") for one in (change.former_id, change.id))
        return f"id {before} → {after}"

    def moved(self, change: RecordChange) -> str:
        return f"moved from {self._show(change.former_path or '')}"

    def document(self) -> str:
        return "pinned to another text of its document"

    def noted(self, kind: str, change: FieldChange, fresh: dict[str, str], gone: list[str]) -> str:
        """A list of notes names ``fresh`` now, each field with its note, and ``gone`` no more."""
        what = "a gap" if change.field == "gap" else change.field
        said = [f"now {what}: {self._shorten(item)}" for item in fresh.values()]
        said += [f"no longer {what}: {self._show(item)}" for item in gone]
        return ", ".join(said)

    def items(self, kind: str, change: FieldChange) -> str:
        signs = [f"+ {self._shorten(item)}" for item in change.added]
        signs += [f"− {self._shorten(item)}" for item in change.removed]
        return f"{change.field} {', '.join(signs) or 'repeated or put in order'}"

    def value(self, kind: str, change: FieldChange) -> str:
        """``status agreed → established``, ``agreed added: 2024``."""
        before, after = (self._shorten(", ".join(one)) for one in (change.before, change.after))
        if before and after:
            return f"{change.field} {before} → {after}"
        return f"{change.field} added: {after}" if after else f"{change.field} removed: {before}"

    def text(self, before: str, after: str) -> str:
        return f"text {verb(before, after)}"

    def quotations(self, what: str, number: int) -> str:
        how = {"added": "added", "removed": "removed", "reassigned": "now for other fields"}
        return f"{counted(number, 'quotation')} {how[what]}"

    def _shorten(self, text: str) -> str:
        return shorten(text, self._show)


def shorten(text: str, show: Show = str) -> str:
    """A value as an output writes it, cut where it is long."""
    return show(text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…")


def verb(before: str, after: str) -> str:
    """The verb for the change of a text."""
    return "reworded" if before and after else "added" if after else "removed"
