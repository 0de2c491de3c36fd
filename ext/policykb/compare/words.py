"""A difference in sentences, for every output."""

from collections.abc import Iterator

from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.compare.change_words import ChangeWords, Show, shorten
from policykb.compare.changes import Difference, Fact, RecordChange, Stamp
from policykb.model import label as label_of
from policykb.text.counted import counted


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
