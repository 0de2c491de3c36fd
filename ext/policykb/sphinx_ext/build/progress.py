"""How far a long build is: a bar on a terminal, in a log a line for each thousand pages."""

import sys
from typing import Any

from sphinx.application import Sphinx

from policykb.check.report.text import bare
from policykb.text.counted import counted

DELAY = 2.0
"""Seconds of work that no bar is shown for."""
MANY = 1000
"""Pages after which a log is told."""


def show(app: Sphinx, pages: int) -> None:
    """Tell of each page that is read and written, where the build takes more than two seconds."""
    from tqdm import tqdm

    bar = tqdm(
        total=2 * pages,
        unit=" page",
        delay=DELAY,
        file=bare(sys.stderr),
        disable=not sys.stderr.isatty(),
        leave=False,
    )
    for event, done in (("doctree-read", "read"), ("html-page-context", "written")):
        app.connect(event, _step(bar, done))
    app.connect("build-finished", lambda *_: bar.close())


def _step(bar: Any, done: str) -> Any:
    number = 0

    def step(*_: object) -> None:
        nonlocal number
        number += 1
        bar.update()
        if bar.disable and number % MANY == 0:
            print(f"{counted(number, 'page')} {done} …", flush=True)

    return step
