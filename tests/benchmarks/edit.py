"""What stands between an edit and the screen: ``python -m tests.benchmarks.edit [SIZE ...]``.

A base is served, then one record gets a word more, and another title; printed is when, since the
edit, its page is shown, all pages are written, what is about all records is, and everything is, in
processor seconds (and seconds on the clock, which a busy machine makes longer).
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sphinx.application import Sphinx
from tests.benchmarks import base
from tests.benchmarks.typing import EDITS

from policykb.sphinx_ext import preview

STEPS = {
    "env-updated": "pages to write again known",
    "html-collect-pages": "pages written",
    "build-finished": "lists written",
}


class Clock:
    """Tells steps with the time since an edit."""

    def start(self) -> None:
        """Begin anew."""
        self.began = used(), time.perf_counter()

    def tell(self, step: str) -> None:
        """Print a step."""
        took, passed = used() - self.began[0], time.perf_counter() - self.began[1]
        print(f"| {step} | {took:.2f} | {passed:.2f} |", flush=True)


def used() -> float:
    """Processor seconds of this process, and of Pagefind and git, which it has started."""
    found = os.times()
    return found.user + found.system + found.children_user + found.children_system


def listen(app: Sphinx, clock: Clock) -> None:
    """Tell the steps of each build."""

    def at(step: str) -> Callable[..., list[str]]:
        def tell(*_: object) -> list[str]:
            clock.tell(step)
            return []

        return tell

    for event, step in STEPS.items():
        app.connect(event, at(step), priority=999 if event == "env-updated" else 1)


def measure(root: Path) -> None:
    """Print the steps of a first build and of one after each edit."""
    clock = Clock()
    clock.start()
    with closing(preview.Preview(root)) as served:
        served.build(())
        clock.tell("built")
        assert served.app is not None
        listen(served.app, clock)
        advance = served.turn.advance

        def shown() -> None:
            clock.tell("shown")
            advance()

        served.turn.advance = shown  # type: ignore[method-assign]
        for name in ("prose", "title"):
            page = root / "docs/ventures/000/v00007.md"
            text = page.read_text("utf-8")
            print(f"| after an edit: {name} | | |")
            clock.start()
            page.write_text(EDITS[name](text, 1), "utf-8")
            served.build({page.relative_to(root).as_posix()})
            clock.tell("built")
        clock.start()
        served.finish()
        clock.tell("downloads, when somebody asks")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[500, 5000], metavar="SIZE")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            base.write(Path(folder), size)
            print(f"| {size:,} pages | processor s | s |\n|---|---|---|")
            measure(Path(folder))


if __name__ == "__main__":
    main()
