"""How far work is that takes more than two seconds: on a terminal a bar, in a log plain lines."""

import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from policykb.check.report.text import bare
from policykb.text.counted import counted

T = TypeVar("T")

DELAY = 2.0
"""Seconds of work that nothing is told of."""
EACH = 10.0
"""Seconds between two lines of a log."""
TICK = 1.0
"""Seconds between two looks at the clock."""


class Progress:
    """Work of so many units; without a total the units are seconds."""

    def __init__(self, unit: str, total: int | None, what: str = "") -> None:
        from tqdm import tqdm

        self.unit, self.what = unit, f"{what}: " if what else ""
        self.of = f" of {total:,}" if total else ""
        self.done = 0
        self.told = time.monotonic() + DELAY - EACH
        self.bar: Any = tqdm(
            total=total,
            unit=f" {unit}",
            desc=what or None,
            bar_format=None if total else "{desc}: {n} s",
            delay=DELAY,
            file=bare(sys.stderr),
            disable=not sys.stderr.isatty(),
            leave=False,
        )

    def step(self) -> None:
        """One unit more is done."""
        self.done += 1
        self.bar.update()
        if self.bar.disable and time.monotonic() - self.told >= EACH:
            self.told = time.monotonic()
            line = f"{self.what}{counted(self.done, self.unit)}{self.of} …"
            print(line, file=sys.stderr, flush=True)

    def close(self) -> None:
        self.bar.close()


def shown(items: Collection[T], unit: str) -> Iterator[T]:
    """The same items, telling how many of them are done."""
    progress = Progress(unit, len(items))
    try:
        for one in items:
            yield one
            progress.step()
    finally:
        progress.close()


@contextmanager
def seconds(what: str) -> Iterator[Callable[[], None]]:
    """While something is done that tells nothing of itself, tell how many seconds it takes
    already; what is given stops that before the end."""
    progress, over = Progress("second", None, what), threading.Event()

    def tick() -> None:
        while not over.wait(TICK):
            progress.step()

    def stop() -> None:
        over.set()
        thread.join()
        progress.close()

    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield stop
    finally:
        stop()
