"""What building the site costs: ``python -m tests.benchmarks.site [COUNT ...] [--stock COUNT]``.

For each size, in one run and in children of this process: plain Sphinx with MyST and the same theme
on as many pages without records; the site of a base of that size; the same with all processors; the
site once more after one record got another title, held against a clean build. The search index is
measured apart and taken out of what is compared. With ``--stock`` stock sphinx-needs builds the
same records with furo (``python -m pip install furo``) and all pages in its toctree.

Ratios are of processor seconds, which a busy machine disturbs less than the clock.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.benchmarks import base, plain_site
from tests.benchmarks.checker import STOCK

SIZES = (500, 1000, 5000)
HEAD = (
    "| pages | plain | site | ratio | search index | all processors | of one | after a title "
    "| pages written | memory MB | pages MB | index MB | first search kB |"
)
EDITED = 7
"""The venture that gets another title."""
INDEX = """\
import sys, time
from pathlib import Path
from policykb.check import engine
from policykb.publish import catalog
from policykb.publish.files import search_index
site = catalog.site(engine.load(Path(".")))
clock = time.perf_counter()
made = search_index.begin(site)
made.write(Path("html"))
made.close()
print(time.perf_counter() - clock)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock and on processors, and the highest memory of one process in MB."""

    wall: float
    cpu: float
    memory: float


def sphinx(root: Path, *words: str, out: str = "html", source: str = "docs") -> Cost:
    """Build a root's HTML, and fail where that fails."""
    command = [sys.executable, "-m", "sphinx", "-q", "-c", ".", "-d", f"trees-{out}", *words]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "-b", "html", source, out],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1768435200"},
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"the build of {root} failed")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def search_index(root: Path) -> float:
    """Seconds on the clock to index the search alone."""
    run = subprocess.run(
        [sys.executable, "-c", INDEX], cwd=root, capture_output=True, text=True, check=True
    )
    return float(run.stdout)


def megabytes(folder: Path, pattern: str = "*") -> float:
    """The size of the files that match."""
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file()) / 1e6


def written(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every page by its path: when it was written, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*.html")
    }


def retitle(root: Path) -> tuple[Cost, int]:
    """Give one record another title; what the next build costs, and how many pages it writes. Fails
    where it writes another page than those that look different, or differs from a clean build."""
    page = root / f"docs/ventures/000/v{EDITED:05}.md"
    old = f"{{jv}} {base.name(EDITED)} Power"
    text = page.read_text("utf-8")
    assert old in text
    before = written(root / "html")
    page.write_text(text.replace(old, f"{old} Company"), "utf-8")
    cost = sphinx(root)
    after = written(root / "html")
    touched = {name for name, (when, _) in after.items() if before.get(name, (0, b""))[0] != when}
    changed = {name for name, (_, data) in after.items() if before.get(name, (0, b""))[1] != data}
    assert touched == changed, f"written for nothing: {sorted(touched - changed)[:5]}"
    sphinx(root, "-E", out="clean")
    clean = written(root / "clean")
    assert {name: data for name, (_, data) in after.items()} == {
        name: data for name, (_, data) in clean.items()
    }, "not what a clean build makes"
    shutil.rmtree(root / "clean")
    return cost, len(touched)


def first_search(root: Path) -> float:
    """Kilobytes that a browser fetches for a first search: the scripts, the index's head, one part
    of the index, the rows and one file of results, each as large as the largest of its kind, and
    as it stands on the disk."""
    kinds = ("pagefind*.js", "wasm.*", "*.pf_meta", "*.pf_index", "rows.json", "results-*.json")
    largest = [
        max((path.stat().st_size for path in (root / "html/pagefind").rglob(kind)), default=0)
        for kind in kinds
    ]
    return sum(largest) / 1e3


def measure(count: int, work: Path) -> tuple[float, float]:
    """Print a row; the processor seconds of plain pages and of the site without its index."""
    ours, plain = work / f"ours-{count}", work / f"plain-{count}"
    ours.mkdir()
    plain.mkdir()
    base.write(ours, count)
    (ours / "docs/index.md").write_text("# Ours\n\nWords.\n", "utf-8")
    (ours / "conf.py").write_text(
        'project = "Ours"\nextensions = ["myst_parser", "sphinx_needs", "policykb"]\n', "utf-8"
    )
    plain_site.write(plain, count)
    bare = sphinx(plain, "-E", "-W")
    site = sphinx(ours, "-E")
    index = search_index(ours)
    edit, pages = retitle(ours)
    weights = megabytes(ours / "html", "*.html"), megabytes(ours / "html/pagefind")
    search = first_search(ours)
    together = sphinx(ours, "-E", "-j", "auto", out="together")
    own = site.cpu - index
    print(
        f"| {count:,} | {bare.cpu:.1f} | {own:.1f} | {own / bare.cpu:.2f} | {index:.1f} "
        f"| {together.wall:.1f} | {together.wall / site.wall:.2f} | {edit.wall:.1f} | {pages} "
        f"| {site.memory:.0f} | {weights[0]:.1f} | {weights[1]:.1f} | {search:.0f} |",
        flush=True,
    )
    return bare.cpu, own


def stock(count: int, work: Path) -> None:
    """Print what stock sphinx-needs takes for the same records, beside the site."""
    root = work / "stock"
    root.mkdir()
    base.write(root, count)
    docs = root / "docs"
    programs = docs / "others/programs.md"
    programs.write_text(programs.read_text("utf-8").replace("{program}", "{fund}"), "utf-8")
    names = sorted(path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
    toctree = "\n".join(names)
    (docs / "index.md").write_text(f"# All\n\n```{{toctree}}\n{toctree}\n```\n", "utf-8")
    (root / "conf.py").write_text(f'{STOCK}\nhtml_theme = "furo"\n', "utf-8")
    print(f"\nstock sphinx-needs with furo, {count} pages: {sphinx(root, '-E').cpu:.1f} s")


def main() -> None:
    """Print the table and how the costs grow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--stock", type=int, help="stock sphinx-needs beside it at this size")
    args = parser.parse_args()
    print(HEAD)
    print("|" + "---|" * (HEAD.count("|") - 1))
    found: dict[int, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as work:
        for count in args.sizes:
            found[count] = measure(count, Path(work))
        if args.stock:
            stock(args.stock, Path(work))
    for small, large in pairwise(args.sizes):
        exponents = [
            math.log(after / before) / math.log(large / small)
            for before, after in zip(found[small], found[large], strict=True)
        ]
        print(
            f"growth from {small:,} to {large:,} pages: exponent {exponents[1]:.2f} "
            f"(plain pages {exponents[0]:.2f})"
        )


if __name__ == "__main__":
    main()
