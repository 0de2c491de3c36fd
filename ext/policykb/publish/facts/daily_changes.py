"""What changed in the records on each day, as git has it: the state at the end of a day against the
state at the end of the day before. Only the pages that changed are read."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from policykb.base.git import ask, contents
from policykb.base.index import Base
from policykb.base.settings import Settings
from policykb.compare.changes import RecordChange
from policykb.compare.compare import compare
from policykb.markdown.reader import read_page
from policykb.model import TYPES, current
from policykb.publish.facts.history import day_of

MOST_DAYS = 60
"""Days that are looked at, newest first."""
MOST_PAGES = 1500
"""Pages of a day that are read and compared; where more changed, only their number is said."""

_FILE = ("100644", "100755")

Blobs = dict[str, tuple[str, str]]
"""Path to the object ids before and after; empty where there was or is no file."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO 8601) with what changed in records; ``pages`` is how many changed where they are
    too many to be compared, else 0."""

    day: str
    records: tuple[RecordChange, ...]
    pages: int = 0


def days(root: Path, settings: Settings) -> list[Day]:
    """The days on which a record changed, newest first; none without git or its history."""
    docs = settings.docs.rstrip("/")
    log = ask(root, "log", *_LOG, "--", docs)
    if not log:
        return []
    whole = ask(root, "rev-parse", "--is-shallow-repository") != b"true\n"
    skip = tuple(f"{docs}/{name.strip('/')}" for name in settings.exclude)
    return list(_days(root, docs, skip, whole, log))


_LOG = (
    *("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative"),
    "--format=%x00%cs",
)


@lru_cache(maxsize=4)
def _days(root: Path, docs: str, skip: tuple[str, ...], whole: bool, log: bytes) -> tuple[Day, ...]:
    grouped = _grouped(log, docs, skip, whole)
    few = (blobs for _, blobs in grouped if len(blobs) <= MOST_PAGES)
    wanted = {ident for blobs in few for pair in blobs.values() for ident in pair if ident}
    texts = _contents(root, sorted(wanted))
    found = []
    for day, blobs in grouped:
        if len(blobs) > MOST_PAGES:
            found.append(Day(day, (), len(blobs)))
            continue
        before, after = (_base(root, docs, blobs, side, texts) for side in (0, 1))
        changes = tuple(compare(before, after).records)
        if changes:
            found.append(Day(day, changes))
    return tuple(found)


def _grouped(log: bytes, docs: str, skip: tuple[str, ...], whole: bool) -> list[tuple[str, Blobs]]:
    """What changed in files, by day. Of a history that is cut off, the oldest commit seems to add
    everything; it is left out."""
    commits = list(_commits(log, docs, skip))
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


def _commits(log: bytes, docs: str, skip: tuple[str, ...]) -> Iterator[tuple[str, Blobs]]:
    for part in log.decode("utf-8", "replace").split("\0")[1:]:
        day, *lines = part.strip("\n").split("\n")
        blobs: Blobs = {}
        for line in lines:
            head, _, path = line.partition("\t")
            if not head.startswith(":") or not _is_page(path, docs, skip):
                continue
            mode, new_mode, old, new, _ = head[1:].split(" ", 4)
            blobs[path] = (old if mode in _FILE else "", new if new_mode in _FILE else "")
        yield day_of(day), blobs


def _is_page(path: str, docs: str, skip: tuple[str, ...]) -> bool:
    """Whether a build reads the file as a page."""
    if not path.endswith(".md") or not path.startswith(f"{docs}/"):
        return False
    if any(path == one or path.startswith(f"{one}/") for one in skip):
        return False
    return not any(name.startswith((".", "_")) for name in path[len(docs) + 1 :].split("/"))


def _base(root: Path, docs: str, blobs: Blobs, side: int, texts: dict[str, str]) -> Base:
    pages = [
        read_page(path, texts[pair[side]], frozenset(TYPES))
        for path, pair in sorted(blobs.items())
        if pair[side] in texts
    ]
    settings = Settings(docs=docs)
    settings.model = current()
    return Base(root, pages, settings)


def _contents(root: Path, idents: list[str]) -> dict[str, str]:
    """Texts by object id; what is no UTF-8, or not there, is left out."""
    found: dict[str, str] = {}
    for ident, data in contents(root, idents).items():
        with suppress(UnicodeDecodeError):
            found[ident] = data.decode("utf-8")
    return found
