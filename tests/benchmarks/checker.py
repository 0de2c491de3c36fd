"""Measure the checker beside a bare process and beside stock sphinx-needs, all in one run.

    python -m tests.benchmarks.checker [SIZE ...] [--stock SIZE]

Times are the least of several turns; where the machine is busy, look at the processor time, which a
busy machine disturbs less. A plain check of a large base is shared by two processes.
"""

import argparse
import compileall
import math
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.base import write
from tests.benchmarks.measure import Taken, best, run

import policykb

BARE = """\
import pathlib, pydantic

class Record(pydantic.BaseModel):
    id: str
    title: str

for folder in ("docs", "seeds"):
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file():
            path.read_text(encoding="utf-8")
"""
STOCK = """\
extensions = ["myst_parser", "sphinx_needs"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]
needs_types = [
    {"directive": name, "title": name, "prefix": "", "color": "#fff", "style": "node"}
    for name in ("jv", "alliance", "org", "fund", "source")
]
text = {"schema": {"type": "string"}, "nullable": True}
day = {"schema": {"type": "string", "format": "date"}, "nullable": True}
kinds = ["manufacturing", "cooperation", "company"]
kind = {"schema": {"type": "string", "enum": kinds}, "nullable": True}
needs_fields = dict.fromkeys(
    "gap inferred territory file sha256 language rights".split(), text
) | {"agreed": day, "kind": kind}
needs_links = {
    name: {"incoming": name + "_back", "outgoing": name}
    for name in ("parties", "funded_by", "part_of")
}
needs_id_regex = "^[A-Z0-9_]+$"


def setup(app):
    from docutils.parsers.rst import Directive

    class Evidence(Directive):
        has_content = True
        optional_arguments = 1
        option_spec = {"supports": str}

        def run(self):
            return []

    app.add_directive("evidence", Evidence)
"""


def stock(root: Path, work: Path) -> Taken:
    """Measure a fresh ``sphinx-build -b schema`` on the same records."""
    docs = work / "stock"
    shutil.copytree(root / "docs", docs)
    programs = docs / "others" / "programs.md"
    # The type's name collides with Sphinx's own directive, which would drop these records.
    programs.write_text(programs.read_text("utf-8").replace("{program}", "{fund}"), "utf-8")
    (docs / "conf.py").write_text(STOCK, "utf-8")
    (docs / "index.md").write_text("# All\n", "utf-8")
    words = [sys.executable, "-m", "sphinx", "-E", "-Q", "-b", "schema", ".", "_build"]
    taken = run(words, docs)
    assert taken.code == 0, "sphinx-build failed"
    return taken


def watched(root: Path) -> float:
    """Measure a changed status, and its return, in a base that is watched, in milliseconds."""
    from policykb.check.session import Session

    session = Session(root)
    page = min((root / "docs" / "ventures").rglob("*.md"))
    path, text = page.relative_to(root).as_posix(), page.read_text("utf-8")
    taken = []
    for new in (text.replace(":status: agreed", ":status: ended"), text) * 3:
        page.write_text(new, "utf-8")
        start = time.perf_counter()
        report = session.saved(path)
        taken.append((time.perf_counter() - start) * 1000)
        assert report.failed == (new is not text)
    return min(taken)


def measure(root: Path, size: int) -> dict[str, Taken]:
    """What a bare process, a check for errors and a plain one take, by turns."""
    write(root, size)
    cold = [sys.executable, "-m", "policykb", "check"]
    bare = [sys.executable, "-c", BARE]
    taken = best(root, 7 if size <= 5000 else 2, bare, [*cold, "-q"], cold)
    assert {one.code for one in taken} == {0}, "the base is not clean"
    return dict(zip(("bare process", "`check -q`", "`check`"), taken, strict=True))


def row(size: int, name: str, taken: Taken, bare: Taken) -> str:
    """A line of the table: times, and how many times those of the bare process they are."""
    return (
        f"| {size:,} | {name} | {taken.wall:.2f} | {taken.wall / bare.wall:.1f} "
        f"| {taken.cpu:.2f} | {taken.cpu / bare.cpu:.1f} | {taken.peak:.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[500, 5000])
    parser.add_argument("--stock", type=int, help="compare with sphinx-build at this size")
    args = parser.parse_args()
    compileall.compile_dir(str(Path(policykb.__file__).parent), quiet=2)
    print("| ventures | | clock, s | ratio | processor, s | ratio | peak MB |")
    print("|---|---|---|---|---|---|---|")
    seen: list[tuple[int, float]] = []
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "base"
            root.mkdir()
            found = measure(root, size)
            if args.stock == size:
                found["stock sphinx-needs"] = stock(root, Path(folder))
            for name, taken in found.items():
                print(row(size, name, taken, found["bare process"]), flush=True)
            print(f"| {size:,} | a page watched | {watched(root) / 1000:.3f} | | | | |", flush=True)
        seen.append((size, found["`check`"].cpu))
    if len(seen) > 1:
        (small, first), (large, last) = seen[0], seen[-1]
        print(f"\ngrowth exponent: {math.log(last / first) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
