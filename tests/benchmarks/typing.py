"""Measure how long a base in memory takes to say what is found after an edit, by kind of edit.

    python -m tests.benchmarks.typing [SIZE ...] [--times N]

Times are milliseconds: the median and the 95th percentile of edits to different records.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.base import asked_for

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


def _id(text: str, turn: int) -> str:
    return re.sub(r"(?m)^:id: \w+$", rf"\g<0>{turn}X", text, count=1)


def _more(text: str, turn: int) -> str:
    return f"{text}\n:::{{org}} Newcomers {turn}\n:id: ORG_NEW_{turn}\n:kind: company\n:::\n"


def _less(text: str, turn: int) -> str:
    return text[: text.index("::::")]


def _linked(text: str, turn: int) -> str:
    return text.replace(f"\n:id: ORG_{turn}\n", f"\n:id: ORG_{turn}X\n")


def _source(text: str, turn: int) -> str:
    return text.replace("\n:language: en\n", f"\n:language: en\n:tags: power{turn}\n")


EDITS: dict[str, Edit] = {
    "field": _field,
    "prose": _prose,
    "title": _title,
    "alias": _alias,
    "id": _id,
    "a record more": _more,
    "a record less": _less,
}
"""Of a page with a venture."""
OTHERS: dict[str, tuple[str, Edit]] = {
    "id that others name": ("org", _linked),
    "id of a source": ("source", _id),
    "source": ("source", _source),
}
"""The same of a page with a record of another type."""


FOLDERS: dict[str, tuple[str, Callable[[str, int], str | None]]] = {
    "a page more": ("docs/ventures/new.md", lambda text, turn: f"# New {turn}\n\n{RECORD}"),
    "a page less": ("docs/ventures/000/*.md", lambda text, turn: None),
    "a source's text": (
        "seeds/*.txt",
        lambda text, turn: text.replace("begin", f"begin in turn {turn}"),
    ),
}
"""Of files on the disk: what they hold then, if they are there."""
RECORD = ":::{org} Newcomers\n:id: ORG_NEWCOMERS\n:kind: company\n:::\n"


def measure(root: Path, times: int) -> dict[str, list[float]]:
    """Milliseconds of each edit, by kind; the page is as it was afterwards."""
    session = Session(root)
    found = {
        name: [_on_disk(session, path, change, turn) for turn in range(times)]
        for name, (path, change) in FOLDERS.items()
    }
    for name, (kind, edit) in ({one: ("jv", edit) for one, edit in EDITS.items()} | OTHERS).items():
        pages = [one.page.path for one in session.base.entries if one.type == kind]
        found[name] = []
        for turn in range(times):
            path = pages[turn * len(pages) // times]
            text = session.base.page_at[path].text
            changed = edit(text, turn % len(pages))
            assert changed != text
            began = time.process_time()
            session.open(path, changed)
            found[name].append(1000 * (time.process_time() - began))
            session.open(path, text)
    return found


def _on_disk(
    session: Session, pattern: str, change: Callable[[str, int], str | None], turn: int
) -> float:
    """The same of a file that has changed, come or gone."""
    files = sorted(session.root.glob(pattern)) or [session.root / pattern]
    file = files[turn % len(files)]
    path = file.relative_to(session.root).as_posix()
    was = file.read_text("utf-8") if file.exists() else None
    _write(file, change(was or "", turn))
    began = time.process_time()
    session.update([path])
    took = 1000 * (time.process_time() - began)
    _write(file, was)
    session.update([path])
    return took


def _write(file: Path, text: str | None) -> None:
    if text is None:
        file.unlink()
    else:
        file.write_text(text, "utf-8")


def main() -> None:
    for size, root, times in asked_for(__doc__):
        for name, took in measure(root, times).items():
            high = statistics.quantiles(took, n=20)[-1]
            median = statistics.median(took)
            print(f"{size:>7,} records, {name:19} {median:8.1f} ms, 95th percentile {high:8.1f} ms")


if __name__ == "__main__":
    main()
