"""Measure a check with and without each thing that is there for speed alone.

    python -m tests.benchmarks.machinery [--large SIZE] [--turns N]

Seconds of processor, the least of several turns taken one after the other in one run: of a cold
``policykb check -q`` of this repository's base, of 5,000 records and of a large base; of a plain
check of 5,000; and, in milliseconds, of a session after an edit of one page of this repository's
base. What is taken away is so by a line of code before the command runs.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.base import write
from tests.benchmarks.measure import best

WITHOUT = {
    "": "",
    "a second process": (
        "import policykb.check.second_process as m; m.worth_it = lambda base: False"
    ),
    "records read without pydantic": (
        "import policykb.model.record_type as m\n"
        "from functools import cached_property\n"
        "from policykb.model.record import record_model\n"
        "made, hand = cached_property(record_model), m.RecordType.read\n"
        "m.RecordType.made = made\n"
        "made.__set_name__(m.RecordType, 'made')\n"
        "def read(self, texts):\n"
        "    try:\n"
        "        record = self.made(**texts)\n"
        "    except ValueError:\n"
        "        return hand(self, texts)\n"
        "    return {name: getattr(record, name) for name in texts}, {}\n"
        "m.RecordType.read = read"
    ),
    "collector switched off": "import gc; gc.disable = gc.freeze = lambda: None",
    "quick scan of blocks": (
        "import policykb.markdown.grammar as m; m.Grammar.is_plain = property(lambda self: False)"
    ),
    "quick reading of lines": ("import policykb.markdown.lines as m; m.quick = lambda page: None"),
    "quick look for claims (PKB610)": (
        "import policykb.check.rules.prose.number_not_quoted as m; m.may_claim = lambda *_: True"
    ),
}
CHECK = "\nimport sys; from policykb.cli import main; sys.exit(main())"
EDIT = """
import time
from pathlib import Path
from policykb.check import session, views
graded, views.Views._facts = views.Views._facts, lambda self, entries: iter(())
base = session.Session(Path())
views.Views._facts = graded
page = min(Path("docs").rglob("*/*.md"), key=lambda path: (path.parent.name != "ventures", path))
path, text = page.as_posix(), page.read_text("utf-8")
taken = []
for new in (text + "\\nMore words.\\n", text) * 8:
    start = time.process_time()
    base.open(path, new)
    taken.append(time.process_time() - start)
print(min(taken) * 1000)
"""


def edit(root: Path, turns: int) -> list[float]:
    """Of each variant the milliseconds that a session takes after an edit."""
    words = [[sys.executable, "-c", without + EDIT] for without in WITHOUT.values()]
    taken = [
        [
            float(subprocess.run(each, cwd=root, capture_output=True, check=True).stdout)
            for each in words
        ]
        for _ in range(turns)
    ]
    return list(map(min, zip(*taken, strict=True)))


def check(root: Path, turns: int, *options: str) -> list[float]:
    """Of each variant the processor seconds of a check."""
    commands = [
        [sys.executable, "-c", without + CHECK, "check", *options] for without in WITHOUT.values()
    ]
    taken = best(root, turns, *commands)
    assert {one.code for one in taken} == {0}
    return [one.cpu for one in taken]


def columns(large: int, turns: int) -> dict[str, list[float]]:
    """What is measured, by its heading."""
    own = Path()
    found = {
        "`-q`, this base": check(own, 2 * turns, "-q"),
        "after an edit, ms": edit(own, turns),
    }
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), 5000)
        found["`-q`, 5,000"] = check(Path(folder), turns, "-q")
        found["plain, 5,000"] = check(Path(folder), turns)
    if large:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), large)
            found[f"`-q`, {large:,}"] = check(Path(folder), max(1, turns - 2), "-q")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", type=int, default=50_000)
    parser.add_argument("--turns", type=int, default=4)
    args = parser.parse_args()
    found = columns(args.large, args.turns)
    print("| without | " + " | ".join(found) + " |")
    print("|---" * (len(found) + 1) + "|")
    for number, name in enumerate(WITHOUT):
        cells = [
            f"{taken[number]:.2f} ({100 * (taken[number] / taken[0] - 1):+.0f} %)"
            for taken in found.values()
        ]
        print(f"| {name or 'nothing'} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
