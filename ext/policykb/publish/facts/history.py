"""What changed and when, as git tells it: pages commit by commit; records day by day, the state at
the end of a day against the state at the end of the day before."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from policykb.base.git import ask, contents
from policykb.base.ground import is_page
from policykb.base.index import Base
from policykb.base.settings import Settings
from policykb.check.reading import page_of
from policykb.compare.changes import RecordChange
from policykb.compare.compare import compare
from policykb.model import current

MOST_DAYS = 60
"""Days that are looked at, newest first."""
MOST_PAGES = 1500
"""Pages of a day that are read and compared; where more changed, only their number is said."""

_FILE = ("100644", "100755")

Blobs = dict[str, tuple[str, str]]
"""Path to the object ids before and after; empty where there was or is no file."""


class Change(NamedTuple):
    """One commit that touched the knowledge base, and its pages."""

    commit: str
    paths: tuple[str, ...]


class History(NamedTuple):
    """Changes, newest first; empty without git, or in a clone that has no history."""

    changes: list[Change]
    last: dict[str, str]
    """Page to the day it was last changed."""

    def since(self, page: str) -> tuple[str, set[str]]:
        """The commit that last changed a page, and the pages that changed after it; nothing where
        no commit did."""
        found: set[str] = set()
        for change in self.changes:
            if page in change.paths:
                return change.commit, found
            found.update(change.paths)
        return "", set()


def day_of(text: str) -> str:
    """The day of a commit; one that is in no calendar, since git counts seconds without end, is
    the last day of it."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return datetime.date.max.isoformat()


def history(root: Path, docs: str) -> History:
    """The history of the Markdown pages under ``docs``."""
    shape = ("--no-renames", "--name-only", "--relative", "--format=%x00%cs%x1f%h")
    log = ask(root, "log", *shape, "--", docs) or b""
    found = History([], {})
    # Names are bytes to git; no encoding is certain.
    for part in log.decode("utf-8", "replace").split("\x00")[1:]:
        head, _, rest = part.partition("\n")
        written, _, commit = head.partition("\x1f")
        day = day_of(written)
        paths = tuple(path for path in rest.split("\n") if path.endswith(".md"))
        for path in paths:
            found.last.setdefault(path, day)
        if paths:
            found.changes.append(Change(commit, paths))
    return found


class Day(NamedTuple):
    """A day (ISO 8601) with what changed in records; ``pages`` is how many changed where they are
    too many to be compared, else 0."""

    day: str
    records: tuple[RecordChange, ...]
    pages: int = 0


def days(root: Path, settings: Settings) -> list[Day]:
    """The days on which a record changed, newest first; none without git or its history."""
    log = ask(root, "log", *_LOG, "--", settings.docs.rstrip("/"))
    if not log:
        return []
    whole = ask(root, "rev-parse", "--is-shallow-repository") != b"true\n"
    return list(_days(root, settings.docs, tuple(settings.exclude), whole, log))


_LOG = (
    *("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative"),
    "--format=%x00%cs",
)


@lru_cache(maxsize=4)
def _days(
    root: Path, docs: str, exclude: tuple[str, ...], whole: bool, log: bytes
) -> tuple[Day, ...]:
    settings = Settings(docs=docs, exclude=[*exclude])
    settings.model = current()
    grouped = _grouped(log, settings, whole)
    few = (blobs for _, blobs in grouped if len(blobs) <= MOST_PAGES)
    wanted = {ident for blobs in few for pair in blobs.values() for ident in pair if ident}
    data = contents(root, sorted(wanted))
    found = []
    for day, blobs in grouped:
        if len(blobs) > MOST_PAGES:
            found.append(Day(day, (), len(blobs)))
            continue
        before, after = (_base(root, settings, blobs, side, data) for side in (0, 1))
        changes = tuple(compare(before, after).records)
        if changes:
            found.append(Day(day, changes))
    return tuple(found)


def _grouped(log: bytes, settings: Settings, whole: bool) -> list[tuple[str, Blobs]]:
    """What changed in files, by day. Of a history that is cut off, the oldest commit seems to add
    everything; it is left out."""
    commits = list(_commits(log, settings))
    if not whole:
        commits.pop()
    found: dict[str, Blobs] = {}
    for day, blobs in commits:
        if day not in found and len(found) == MOST_DAYS:
            break
        # Clocks and time zones differ: a day may come again behind another one.
        here = found.setdefault(day, {})
        for path, (old, new) in blobs.items():
            # Newest first: what comes later in the list came earlier in the day.
            here[path] = (old, here[path][1] if path in here else new)
    return [
        (day, {path: pair for path, pair in found[day].items() if pair[0] != pair[1]})
        for day in sorted(found, reverse=True)
    ]


def _commits(log: bytes, settings: Settings) -> Iterator[tuple[str, Blobs]]:
    for part in log.decode("utf-8", "replace").split("\0")[1:]:
        day, *lines = part.strip("\n").split("\n")
        blobs: Blobs = {}
        for line in lines:
            head, _, path = line.partition("\t")
            if head.startswith(":") and is_page(path, settings):
                mode, new_mode, old, new, _ = head[1:].split(" ", 4)
                blobs[path] = (old if mode in _FILE else "", new if new_mode in _FILE else "")
        yield day_of(day), blobs


def _base(root: Path, settings: Settings, blobs: Blobs, side: int, data: dict[str, bytes]) -> Base:
    found = ((path, data.get(pair[side])) for path, pair in sorted(blobs.items()))
    return Base(root, [page_of(path, one) for path, one in found if one is not None], settings)
