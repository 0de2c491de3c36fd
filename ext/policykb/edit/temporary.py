"""Temporary files and folders that a later run can tell to be left over.

Whoever makes one holds a lock on it. One that nobody holds is what a killed run left: the next run
that writes there removes it. Where the system has no such locks (Windows), an open file cannot be
removed anyway, and folders are left.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

locks: Any
try:
    import fcntl as locks
except ImportError:
    locks = None

ENDING = ".policykb-tmp"
"""The ending of all their names; .gitignore names it."""


@contextmanager
def file_beside(path: Path, data: bytes) -> Iterator[Path]:
    """A new file with some data in a file's folder, gone afterwards unless it was renamed, as is
    what killed runs left."""
    sweep(path.parent)
    handle, spare = _new_file(path)
    try:
        with os.fdopen(os.dup(handle), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if locks is None:
            os.close(handle)  # Windows renames no open file.
        yield spare
    finally:
        if locks is not None:
            os.close(handle)
        spare.unlink(missing_ok=True)


def _new_file(path: Path) -> tuple[int, Path]:
    while True:
        try:
            handle, name = tempfile.mkstemp(
                prefix=f".{path.name[:60]}.", suffix=ENDING, dir=path.parent
            )
        except OSError as error:
            error.filename = str(path)  # not the name of the moment
            raise
        _hold(handle)
        # Another run may have taken it for left over before it was held.
        if Path(name).exists():
            return handle, Path(name)
        os.close(handle)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """A new folder beside another, which git does not see, gone afterwards."""
    work = Path(tempfile.mkdtemp(prefix=f".{path.name}-", suffix=ENDING, dir=path.parent))
    handle = _open(work)
    try:
        _hold(handle)
        (work / ".gitignore").write_text("*\n", encoding="utf-8")
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def sweep(folder: Path, *, deep: bool = False, rescue: Callable[[Path], object] = bool) -> None:
    """Remove the files that killed runs left in a folder and, if ``deep``, in the folders within
    it. ``rescue`` is first given each folder that is removed."""
    for each in [root for root, _, _ in os.walk(folder)] if deep else [folder]:
        for path in Path(each).glob(f".*{ENDING}"):
            if not path.is_symlink():
                _remove(path, rescue)


def _remove(path: Path, rescue: Callable[[Path], object]) -> None:
    """Remove a file or folder that nobody holds."""
    handle = _open(path) if locks is not None else None
    try:
        if locks is not None and handle is not None:
            locks.flock(handle, locks.LOCK_EX | locks.LOCK_NB)
        if not path.is_dir():
            path.unlink()
        elif handle is not None:
            rescue(path)
            shutil.rmtree(path, ignore_errors=True)
    except OSError:
        return
    finally:
        if handle is not None:
            os.close(handle)


def _open(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


def _hold(handle: int | None) -> None:
    if locks is not None and handle is not None:
        with suppress(OSError):
            locks.flock(handle, locks.LOCK_EX)
