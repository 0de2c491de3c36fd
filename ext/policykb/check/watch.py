"""Follow what changes on the disk, and check again after every change."""

from __future__ import annotations

import datetime
import logging
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from stat import S_ISDIR
from typing import TYPE_CHECKING

from policykb.base.settings import FILES, Settings, SettingsError
from policykb.check.diagnostics import Report
from policykb.check.reading import LoadError
from policykb.check.session import Session
from policykb.check.within import only_paths

if TYPE_CHECKING:
    from watchfiles.main import FileChange

    Changes = Iterator[set[FileChange]]

Places = Callable[[], Iterable[Path]]
"""Tells the folders and files to look at, whether they are there or not yet."""
Stamps = dict[Path, tuple[int, ...]]


def follow(places: Places, *, debounce: int, raise_interrupt: bool = True) -> Changes:
    """What changed under some folders and of some files, again and again, and an empty set now and
    then; ``debounce`` is in milliseconds. Files are looked at each time, since most programs put a
    new one in the place of the old, and the system does not tell of that. Where there are other
    folders than before, and where a name that is not UTF-8 has ended the watching, everything
    counts as changed."""
    from watchfiles import Change, watch
    from watchfiles._rust_notify import WatchfilesRustInternalError

    # Where somebody else has set logging up, a line for every change would be printed.
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    polling = again = False
    while True:
        known = [*places()]
        folders, files = _stamps(known, folders=True), _stamps(known)
        changes = watch(
            *folders,
            debounce=debounce,
            step=20,
            rust_timeout=500,
            yield_on_timeout=True,
            raise_interrupt=raise_interrupt,
            force_polling=polling,
        )
        try:
            yield next(changes, set())  # from here on no change is missed
            if again:
                yield {(Change.modified, str(known[0]))}
            again = yield from _until_others(changes, places, folders, files)
        except WatchfilesRustInternalError:
            polling = again = True
        if not again:
            return


def _until_others(
    changes: Changes, places: Places, folders: Stamps, files: Stamps
) -> Generator[set[FileChange], None, bool]:
    """Changes, until there are other folders; False where nobody wants to hear of more."""
    from watchfiles import Change

    known = [*places()]
    for found in changes:
        now = _stamps(known)
        others = {path for path in known if now.get(path) != files.get(path)}
        files = now
        known = [*places()] if others else known
        # A folder that is made anew may have the number of the one that was taken away.
        is_gone = any((Change.deleted, str(folder)) in found for folder in folders)
        differs = is_gone or _stamps(known, folders=True) != folders
        yield found | {(Change.modified, str(path)) for path in others}
        if differs:
            return True
    return False


def _stamps(paths: Iterable[Path], *, folders: bool = False) -> Stamps:
    """What tells whether files, or folders, are the same as before; of those that are there."""
    found: Stamps = {}
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue
        if S_ISDIR(state.st_mode) == folders:
            more = () if folders else (state.st_mtime_ns, state.st_size)
            found[path] = (state.st_dev, state.st_ino, *more)
    return found


def inputs(root: Path, settings: Settings) -> list[Path]:
    """The folders and files that the findings of a base rest on."""
    docs = PurePosixPath(settings.docs.rstrip("/"))
    confs = [str(folder / "conf.py") for folder in reversed(docs.parents)]
    return [root / name for name in (str(docs), settings.seeds, *confs, *FILES)]


def inputs_now(
    root: Path,
    load: Callable[[], Settings],
    look: Callable[[Path, Settings], list[Path]] = inputs,
) -> Places:
    """The same as the settings say each time, or said when they could be read last."""
    last: list[Path] = []

    def places() -> list[Path]:
        with suppress(SettingsError, OSError):
            last[:] = look(root, load())
        return [*last]

    return places


def watch(
    root: Path, load: Callable[[], Settings], today: datetime.date | None, paths: Sequence[Path]
) -> int:
    """Check after every change until interrupted; returns 0. ``load`` reads the settings; raises
    `SettingsError` and `LoadError` where the base cannot be read at first."""
    edits = follow(inputs_now(root, load), debounce=50, raise_interrupt=False)
    next(edits)  # from here on no edit is missed, not even one during the first check
    began = time.perf_counter()
    session = Session(root, load(), today)
    _tell(session, paths, "", began)
    for changed in filter(None, edits):
        began = time.perf_counter()
        names = sorted({Path(name).relative_to(root).as_posix() for _, name in changed})
        said = f"{', '.join(names[:3])}{' …' if len(names) > 3 else ''} changed\n"
        try:
            if set(FILES) & {*names}:
                session = Session(root, load(), today)
            else:
                session.update(names)
            _tell(session, paths, said, began)
        except (SettingsError, LoadError) as error:
            print(f"\n{said}policykb: {error}", flush=True)
    return 0


def _tell(session: Session, paths: Sequence[Path], said: str, began: float) -> None:
    from policykb.check.report.text import render

    shown = Report(session.report.diagnostics, session.report.records)
    if paths:
        shown.diagnostics = only_paths(shown.diagnostics, session.root, paths)
    took = (time.perf_counter() - began) * 1000
    print(f"\n{said}{render(shown, session.base)}({took:.0f} ms)", flush=True)
