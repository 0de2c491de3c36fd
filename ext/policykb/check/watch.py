"""Follow what changes on the disk, and check again after every change."""

import datetime
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles.main import FileChange

from policykb.base.settings import FILES, Settings
from policykb.check.diagnostics import Report
from policykb.check.session import Session
from policykb.check.within import only_paths


def follow(*places: Path, debounce: int, raise_interrupt: bool = True) -> Iterator[set[FileChange]]:
    """What changed under some files and folders, again and again, and an empty set now and then;
    ``debounce`` is in milliseconds. The system tells of every file that is opened, and a name that
    is not UTF-8 ends the watching; then everything counts as changed, and from there on the files
    are looked at in turn, which tells of changes alone."""
    import logging

    from watchfiles import Change, watch
    from watchfiles._rust_notify import WatchfilesRustInternalError

    # Where somebody else has set logging up, a line for every change would be printed.
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    polling = False
    while True:
        changes = watch(
            *places,
            debounce=debounce,
            step=20,
            rust_timeout=500,
            yield_on_timeout=True,
            raise_interrupt=raise_interrupt,
            force_polling=polling,
        )
        try:
            yield next(changes, set())  # from here on no change is missed
            if polling:
                yield {(Change.modified, str(places[0]))}
            yield from changes
        except WatchfilesRustInternalError:
            polling = True
        else:
            return


def watch(
    root: Path, settings: Settings, today: datetime.date | None, paths: Sequence[Path]
) -> int:
    """Check after every change until interrupted; returns 0."""
    from policykb.check.report.text import render

    folders = [root / settings.docs, root / settings.seeds]
    places = [place for place in (*folders, *(root / name for name in FILES)) if place.exists()]
    edits = follow(*places, debounce=50, raise_interrupt=False)
    next(edits)  # from here on no edit is missed, not even one during the first check
    stream = filter(None, edits)
    began = time.perf_counter()
    session = Session(root, settings, today)
    report = session.report
    said = ""
    while True:
        shown = Report(report.diagnostics, report.records)
        if paths:
            shown.diagnostics = only_paths(shown.diagnostics, root, paths)
        took = (time.perf_counter() - began) * 1000
        print(f"\n{said}{render(shown, session.base)}({took:.0f} ms)", flush=True)
        changed = next(stream, None)
        if changed is None:
            return 0
        began = time.perf_counter()
        names = sorted({Path(name).relative_to(root).as_posix() for _, name in changed})
        said = f"{', '.join(names[:3])}{' …' if len(names) > 3 else ''} changed\n"
        report = session.update(names)
