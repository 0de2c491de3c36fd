"""How far work is that takes more than two seconds: on a terminal a bar, in a log plain lines."""

import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

from policykb.check.report.text import bare
from policykb.text.counted import counted

T = TypeVar("T")

DELAY = 2.0
"""Seconds of work that nothing is told of."""
EACH = 10.0
"""Seconds between two lines of a log."""
TICK = 1.0
"""Seconds between two looks at the clock."""


@contextmanager
def _telling(unit: str, total: int | None, what: str = "") -> Iterator[Callable[[], None]]:
    """Gives what says that one unit more is done; without a total the units are seconds."""
    from tqdm import tqdm

    done, told = 0, time.monotonic() + DELAY - EACH
    bar = tqdm(
        total=total,
        unit=f" {unit}",
        desc=what or None,
        bar_format=None if total else "{desc}: {n} s",
        delay=DELAY,
        file=bare(sys.stderr),
        disable=not sys.stderr.isatty(),
        leave=False,
    )

    def step() -> None:
        nonlocal done, told
        done += 1
        bar.update()
        if bar.disable and time.monotonic() - told >= EACH:
            told = time.monotonic()
            line = f"{counted(done, unit)}{f' of {total:,}' if total else ''} …"
            print(f"{what}: {line}" if what else line, file=sys.stderr, flush=True)

    with bar:
        yield step


def shown(items: Collection[T], unit: str) -> Iterator[T]:
    """The same items, telling how many of them are done."""
    with _telling(unit, len(items)) as step:
        for one in items:
            yield one
            step()


@contextmanager
def seconds(what: str) -> Iterator[Callable[[], None]]:
    """While something is done that tells nothing of itself, tell how many seconds it takes
    already; what is given stops that before the end."""
    over, telling = threading.Event(), ExitStack()
    step = telling.enter_context(_telling("second", None, what))

    def tick() -> None:
        while not over.wait(TICK):
            step()

    def stop() -> None:
        over.set()
        thread.join()
        telling.close()

    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield stop
    finally:
        stop()
