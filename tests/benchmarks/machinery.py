"""Measure a check with and without each thing that is there for speed alone.

    python -m tests.benchmarks.machinery [SIZE ...]

A size of 0 is the base of this repository. Seconds of processor, the least of several turns taken
one after the other in one run: of a cold ``policykb check -q``, and of a session after an edit of
one page (in milliseconds). What is taken away is so by a line of code before the command runs.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.base import write
from tests.benchmarks.measure import best

WITHOUT = {
    "": "",
    "patterns compiled when used (`lazy`)": (
        "import re, policykb.text.lazy as m\n"
        "def lazy(pattern, flags=0):\n"
        "    made = re.compile(pattern, flags)\n"
        "    return lambda: made\n"
        "m.lazy = lazy"
    ),
    "collector switched off": "import gc; gc.disable = gc.freeze = lambda: None",
    "ending without taking the base apart": (
        "import policykb.cli as m, sys; m._end = lambda code: sys.exit(code)"
    ),
    "quick scan of blocks": (
        "import policykb.markdown.grammar as m; m.Grammar.is_plain = property(lambda self: False)"
    ),
    "quick reading of lines": ("import policykb.markdown.lines as m; m.quick = lambda page: None"),
    "texts of values remembered": (
        "import policykb.model.spec as m; m.Spec.reader = lambda self: self.read"
    ),
    "files read by their number": (
        "import policykb.base.ground as m\n"
        "m.read_bytes = lambda path, most=None: open(path, 'rb').read(-1 if most is None else most)"
    ),
    "quick look at `supports` (PKB304)": (
        "import policykb.check.rules.evidence.bad_supports as m; m._plainly = lambda one: False"
    ),
    "quick look for claims (PKB610)": (
        "import policykb.check.rules.prose.number_not_quoted as m; m.may_claim = lambda *_: True"
    ),
    "quick look for names (PKB604)": (
        "import policykb.check.rules.prose.unlinked_name as m\nm.Look.may_name = lambda *_: True"
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


def edit(root: Path, without: str, times: int) -> float:
    """Milliseconds that a session takes after an edit."""
    import subprocess

    words = [sys.executable, "-c", without + EDIT]
    return min(
        float(subprocess.run(words, cwd=root, capture_output=True, check=True).stdout)
        for _ in range(min(times, 2))
    )


def measure(root: Path, times: int) -> list[tuple[float, float]]:
    """Of each variant the processor seconds of a check, and the milliseconds after an edit."""
    commands = [
        [sys.executable, "-c", without + CHECK, "check", "-q"] for without in WITHOUT.values()
    ]
    cold = best(root, times, *commands)
    assert {one.code for one in cold} == {0}
    return [
        (one.cpu, edit(root, without, times))
        for one, without in zip(cold, WITHOUT.values(), strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[0, 5000])
    args = parser.parse_args()
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) if size else Path()
            if size:
                write(root, size)
            found = measure(root, 5 if size < 1000 else 3 if size < 10_000 else 1)
        (cpu, after), *rest = found
        print(f"\n{size:,} records: {cpu:.2f} s, after an edit {after:.1f} ms; without:\n")
        for name, (less, later) in zip(list(WITHOUT)[1:], rest, strict=True):
            print(
                f"| {name} | {less:.2f} | {100 * (less / cpu - 1):+.0f} % "
                f"| {later:.1f} | {100 * (later / after - 1):+.0f} % |",
                flush=True,
            )


if __name__ == "__main__":
    main()
