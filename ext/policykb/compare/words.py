"""A difference in sentences, for every output."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.compare.changes import Difference, Fact, FieldChange, RecordChange, Stamp
from policykb.model import label as label_of
from policykb.text.counted import counted

Show = Callable[[str], str]
"""How an output writes words that come from the pages."""

LONG = 60
"""Characters of a value that are shown."""


def verdict(report: Report, before: Report, show: Show = str) -> str:
    """Whether the newer state blocks, and why; ``before`` tells what was there already."""
    failing = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    if not failing:
        notes = report.count(Severity.NOTE)
        return "Does not block: no error or warning" + (
            f", {counted(notes, 'note')}." if notes else "."
        )
    known = {item.fingerprint for item in before.diagnostics}
    fresh = [item for item in failing if item.fingerprint not in known]
    said = " and ".join(
        counted(number, severity.word)
        for severity in (Severity.ERROR, Severity.WARNING)
        if (number := sum(item.severity is severity for item in failing))
    )
    age = "" if not before.failed else f", {len(fresh) or 'none'} of them new here"
    first = min(fresh or failing, key=lambda item: (item.severity, item.order))
    return f"Blocks: {said}{age}. {finding(first, show)}"


def finding(item: Diagnostic, show: Show = str) -> str:
    """A finding in one line."""
    return f"{show(f'{item.path}:{item.line}:{item.col}')} {item.code}: {show(item.message)}"


def summary(difference: Difference) -> str:
    """How many records changed in what way."""
    said = [
        f"{counted(number, 'record')} {word}"
        for word in ("added", "removed", "renamed", "changed")
        if (number := difference.count(word))
    ]
    if not said:
        return "No record changed."
    return ", ".join(said) + "."


def fact(item: Fact, show: Show = str) -> str:
    """A fact that is to read, and why."""
    return f"{item.field} = {_short(item.value, show)} ({', '.join(item.why)})"


def stamp(item: Stamp, show: Show = str) -> str:
    """What became of a stamp of review."""
    if not item.added:
        return f"{show(item.words) or 'the stamp'} holds no longer: the record changed since"
    if item.holds is None:
        return f"{show(item.words)}, a day that tells nothing of what was read"
    said = "" if item.holds else ", which does not hold: the record says something else"
    return f"{show(item.words)}{said}"


def record(item: RecordChange, show: Show = str) -> str:
    """The change of a record in words, without its id."""
    return "; ".join(_parts(item, show))


def _parts(item: RecordChange, show: Show) -> Iterator[str]:
    label = label_of(item.type)
    title = f" “{show(item.title)}”" if item.title else ""
    if item.change == "added":
        yield f"new {label}{title}"
        yield from (f"status {show(one.after[0])}" for one in item.fields if one.field == "status")
    elif item.change == "removed":
        yield f"{label}{title} removed"
    else:
        if item.former_id is not None:
            yield f"id {show(item.former_id or '(none)')} → {show(item.id or '(none)')}"
        if item.former_path:
            yield f"moved from {show(item.former_path)}"
        yield from (field(one, show) for one in item.fields)
    yield from parts(item)
    yield from (show(effect) for effect in item.effects)


def parts(item: RecordChange, supported: str = "fields") -> Iterator[str]:
    """The changes of the text and the quotations of a record that is still there; ``supported`` is
    the word for what quotations support."""
    if item.change == "removed":
        return
    if item.text is not None and item.change != "added":
        yield f"text {verb(*item.text)}"
    yield from quotations(item, supported)


def quotations(item: RecordChange, supported: str = "fields") -> Iterator[str]:
    """How many quotations a record that is still there gained, lost or uses for other fields."""
    if item.quotations_added:
        yield f"{counted(len(item.quotations_added), 'quotation')} added"
    if item.quotations_removed:
        yield f"{counted(len(item.quotations_removed), 'quotation')} removed"
    if item.reassigned:
        yield f"{counted(len(item.reassigned), 'quotation')} now for other {supported}"


def verb(before: str, after: str) -> str:
    """The verb for the change of a text or a value."""
    return "reworded" if before and after else "added" if after else "removed"


def noted(change: FieldChange) -> tuple[dict[str, str], list[str]]:
    """The fields that a list of notes (``gap``, ``inferred``) names now, with their notes, and
    those that it does not name any more."""
    fresh = {item.split()[0]: item for item in change.added}
    gone = [item.split()[0] for item in change.removed]
    return fresh, [name for name in gone if name not in fresh]


def field(change: FieldChange, show: Show = str) -> str:
    """``status agreed → established``, ``parties + ORG_X − ORG_Y``, ``agreed added: 2024``."""
    name = change.field
    if name == "sha256" and change.before and change.after:
        return "pinned to another text of its document"
    if name in ("gap", "inferred"):
        fresh, gone = noted(change)
        what = "a gap" if name == "gap" else name
        said = [f"now {what}: {_short(item, show)}" for item in fresh.values()]
        said += [f"no longer {what}: {show(item)}" for item in gone]
        return ", ".join(said)
    if change.many:
        signs = [f"+ {_short(item, show)}" for item in change.added]
        signs += [f"− {_short(item, show)}" for item in change.removed]
        return f"{name} {', '.join(signs)}" if signs else f"{name} repeated or put in order"
    before = _short(", ".join(change.before), show)
    after = _short(", ".join(change.after), show)
    if before and after:
        return f"{name} {before} → {after}"
    return f"{name} added: {after}" if after else f"{name} removed: {before}"


def _short(text: str, show: Show) -> str:
    return show(text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…")
