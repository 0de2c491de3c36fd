"""A difference in sentences, for every output."""

from collections.abc import Iterator
from typing import Any

from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.check.report.text import TO_READ
from policykb.compare.change_words import ChangeWords, Show, shorten
from policykb.compare.changes import Difference, Fact, RecordChange, SettingChange, Stamp
from policykb.model import label as label_of
from policykb.text.counted import counted


def verdict(report: Report, before: Report, show: Show = str) -> str:
    """Whether the newer state blocks, and why; ``before`` tells what was there already."""
    failing = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    if not failing:
        # What is to read is told by itself, as the check does.
        notes = sum(item.code != TO_READ for item in report.diagnostics)
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


def setting(item: SettingChange, show: Show = str) -> str:
    """What became of a setting."""
    before, after = (show(_plain(one)) for one in (item.before, item.after))
    if before and after:
        return f"{item.name}: {before} → {after}"
    return f"{item.name}: added {after}" if after else f"{item.name}: removed {before}"


def _plain(value: Any) -> str:
    """A value without Python's own words; lists look as they do in TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_plain(one)}" for key, one in value.items())
    return "" if value is None else str(value)


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
    return f"{item.field} = {shorten(item.value, show)} ({', '.join(item.why)})"


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
    yield from ChangeWords(show).told(item)
    yield from (show(effect) for effect in item.effects)
