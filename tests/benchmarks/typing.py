"""Measure how long a base in memory takes to say what is found after an edit, by kind of edit.

    python -m tests.benchmarks.typing [SIZE ...] [--times N]

Times are milliseconds: the median and the 95th percentile of edits to different records.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.base import write

from policykb.check.session import Session

Edit = Callable[[str, int], str]


def _field(text: str, turn: int) -> str:
    return text.replace("\n:tags: power", f"\n:tags: power{turn}", 1)


def _prose(text: str, turn: int) -> str:
    at = text.index(":::{evidence}")
    return f"{text[:at]}Another word{turn}, and another.\n\n{text[at:]}"


def _title(text: str, turn: int) -> str:
    first, _, _ = text.partition("\n")
    name = first.removeprefix("# ")
    return text.replace(name, f"{name} again{turn}", 1).replace(
        f"{{jv}} {name}", f"{{jv}} {name} again{turn}"
    )


def _alias(text: str, turn: int) -> str:
    return text.replace("\n:id:", f"\n:aliases: Other name {turn}\n:id:", 1)


EDITS: dict[str, Edit] = {
    "field": _field,
    "prose": _prose,
    "title": _title,
    "alias": _alias,
}


def measure(root: Path, times: int) -> dict[str, list[float]]:
    """Milliseconds of each edit, by kind; the page is as it was afterwards."""
    session = Session(root)
    ventures = [one.page.path for one in session.base.entries if one.type == "jv"]
    found: dict[str, list[float]] = {name: [] for name in EDITS}
    for name, edit in EDITS.items():
        for turn in range(times):
            path = ventures[turn * len(ventures) // times]
            text = session.base.page_at[path].text
            began = time.process_time()
            session.open(path, edit(text, turn))
            found[name].append(1000 * (time.process_time() - began))
            session.open(path, text)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[122, 5000], metavar="SIZE")
    parser.add_argument("--times", type=int, default=20)
    args = parser.parse_args()
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            for name, took in measure(Path(folder), args.times).items():
                high = statistics.quantiles(took, n=20)[-1]
                median = statistics.median(took)
                print(
                    f"{size:>7,} records, {name:6} {median:8.1f} ms, 95th percentile {high:8.1f} ms"
                )


if __name__ == "__main__":
    main()
