"""What changed and when, as git tells it."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from policykb.base.git import ask


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that touched the knowledge base, and its pages."""

    commit: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Changes, newest first; empty without git, or in a clone that has no history."""

    changes: list[Change] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)
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
    found = History()
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
