"""A base as a git revision has it, laid out in a folder of its own; nothing is checked out."""

import datetime
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from policykb.base.git import ask, contents
from policykb.base.settings import FILES, Settings
from policykb.base.settings import load as load_settings
from policykb.check.reading import LoadError

_FILE = ("100644", "100755")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def lay_out(root: Path, revision: str, folder: Path) -> Settings:
    """Write the pages, sources and settings that ``revision`` has for the base at ``root`` into
    ``folder``, and return those settings. Only plain files are written, by their exact bytes.

    Raises `LoadError` where git, the repository or the revision is not there.
    """
    _need_repository(root)
    commit = ask(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise LoadError(f"git knows no revision “{revision}” here")
    prefix = os.fsdecode((ask(root, "rev-parse", "--show-prefix") or b"").removesuffix(b"\n"))
    blobs = dict(_blobs(root, commit.decode().strip(), prefix))
    _write(root, folder, {path: oid for path, oid in blobs.items() if path in FILES})
    settings = load_settings(folder)
    wanted = tuple(f"{name.strip('/')}/" for name in (settings.docs, settings.seeds))
    chosen = {
        path: oid
        for path, oid in blobs.items()
        if path.startswith(wanted) or path in (settings.baseline, settings.logo)
    }
    _write(root, folder, chosen)
    return settings


@contextmanager
def opened(root: Path, at: str) -> Iterator[tuple[Path, Settings, datetime.date]]:
    """A base as a revision has it, or as it stood at the end of a day (ISO 8601): a folder that is
    there for as long as it is open, its settings, and the day of the commit. Raises `LoadError`."""
    _need_repository(root)
    revision = _on_day(root, at) if _is_day(at) else at
    with TemporaryDirectory(prefix="policykb-") as folder:
        settings = lay_out(root, revision, Path(folder))
        told = ask(root, "log", "-1", "--format=%cs", "--end-of-options", revision, "--") or b""
        yield Path(folder), settings, _date(told.decode().strip())


def _is_day(text: str) -> bool:
    return _DAY.fullmatch(text) is not None and _date(text) != datetime.date.max


def _date(text: str) -> datetime.date:
    """The day of a commit; the last of the calendar where it is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return datetime.date.max


def _on_day(root: Path, day: str) -> str:
    """The last commit that the branch had at the end of a day."""
    log = (ask(root, "log", "--first-parent", "--format=%H %cs") or b"").decode().split("\n")
    commits = [line.partition(" ") for line in log if line]
    for commit, _, made in commits:
        if made <= day:
            return commit
    if not commits:
        raise LoadError("the repository has no commit yet")
    if ask(root, "rev-parse", "--is-shallow-repository") == b"true\n":
        raise LoadError(
            f"this clone's history begins on {commits[-1][2]}; fetch the whole of it first: "
            "git fetch --unshallow"
        )
    raise LoadError(f"the history begins on {commits[-1][2]}; there was nothing on {day}")


def merge_base(root: Path, one: str, other: str) -> str:
    """The commit from which two revisions parted; raises `LoadError` if there is none."""
    _need_repository(root)
    found = ask(root, "merge-base", "--", one, other)
    if not found:
        raise LoadError(f"“{one}” and “{other}” have no commit in common here")
    return found.decode().strip()


def _need_repository(root: Path) -> None:
    if ask(root, "rev-parse", "--git-dir") is not None:
        return
    if shutil.which("git") is None:
        raise LoadError("git is not installed; policykb reads revisions with it")
    raise LoadError(f"{root} is in no git repository")


def _blobs(root: Path, commit: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Path relative to the root, and object id, of every plain file."""
    listing = ask(root, "ls-tree", "-r", "-z", "--full-tree", commit) or b""
    for line in listing.split(b"\0"):
        head, _, name = line.partition(b"\t")
        path = name.decode("utf-8", "surrogateescape")
        if head.decode().startswith(_FILE) and path.startswith(prefix):
            path = path[len(prefix) :]
            if _is_inside(path):
                yield path, head.split()[2].decode()


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts and "\\" not in path


def _write(root: Path, folder: Path, blobs: dict[str, str]) -> None:
    found = contents(root, blobs.values())
    for path, ident in blobs.items():
        if ident not in found:
            raise LoadError(f"git has no content for {path}; fetch the whole history first")
        target = folder / Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(found[ident])
