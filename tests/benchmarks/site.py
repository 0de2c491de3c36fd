"""What building the site costs: ``python -m tests.benchmarks.site [COUNT ...]``.

For each size one run each, in this process's children, of: plain Sphinx with MyST and the same
theme on as many pages without records; the site of this base; the same with several processes; the
site once more after one record changed. Pagefind's share is measured inside and reported apart.
Processor seconds are compared, wall seconds stand beside them.
"""

from __future__ import annotations

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

SIZES = (500, 1000, 5000)


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock and on processors, and the highest memory of one process in MB."""

    wall: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:8.1f} {self.cpu:8.1f} {self.memory:7.0f}"


def sphinx(root: Path, *words: str) -> Cost:
    """Build a root's HTML, and fail where that fails."""
    command = [sys.executable, "-m", "sphinx", "-q", "-c", ".", "-d", "trees", *words]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "-b", "html", "docs", "html"], cwd=root)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"the build of {root} failed")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def pagefind(root: Path) -> Cost:
    """Index the search alone."""
    code = (
        "import sys; from pathlib import Path; from policykb import engine; "
        "from policykb.pages import search_index; from policykb.pages.site import Site; "
        "site = Site(engine.load(Path('.'))); import time; t = time.perf_counter(); "
        "search_index.write(site, Path('html')); print(time.perf_counter() - t)"
    )
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    return Cost(float(run.stdout), time.perf_counter() - start, 0)


def weight(folder: Path, pattern: str) -> float:
    """Megabytes of the files that match."""
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file()) / 1e6


def measure(count: int, work: Path) -> dict[str, Cost]:
    """All costs at one size; prints a line for each."""
    ours, plain = work / f"ours-{count}", work / f"plain-{count}"
    ours.mkdir()
    plain.mkdir()
    records = base.write(ours, count)
    (ours / "docs/index.md").write_text("# Ours\n\nWords.\n", "utf-8")
    (ours / "conf.py").write_text(
        'project = "Ours"\nextensions = ["myst_parser", "sphinx_needs", "policykb"]\n', "utf-8"
    )
    pages = plain_site.write(plain, count)
    print(f"{count} pages of one venture each ({records} records; {pages} plain pages)")
    print(f"{'':28}{'wall s':>9}{'cpu s':>9}{'MB':>8}")
    found = {"plain Sphinx and MyST": sphinx(plain, "-E", "-W"), "site": sphinx(ours, "-E")}
    found["search index alone"] = pagefind(ours)
    edited = ours / "docs/ventures/000/v00007.md"
    edited.write_text(edited.read_text("utf-8").replace("Venture 7\n", "Venture Seven\n"), "utf-8")
    found["after one record's title"] = sphinx(ours)
    found["nothing changed"] = sphinx(ours)
    shutil.rmtree(ours / "html")
    found["site, all processors"] = sphinx(ours, "-E", "-j", "auto")
    for name, cost in found.items():
        print(f"{name:28}{cost}")
    ratio = found["site"].cpu / found["plain Sphinx and MyST"].cpu
    search = found["search index alone"].wall
    without = (found["site"].wall - search) / found["plain Sphinx and MyST"].wall
    print(f"site over plain: {ratio:.2f} on processors; {without:.2f} on the clock, index apart")
    print(
        f"pages {weight(ours / 'html', '*.html'):.1f} MB, search index "
        f"{weight(ours / 'html/pagefind', '*'):.1f} MB\n",
        flush=True,
    )
    return found


def main(sizes: list[int]) -> None:
    """Print the table and how the site's cost grows."""
    with tempfile.TemporaryDirectory() as work:
        found = {count: measure(count, Path(work)) for count in sizes}
    for small, large in pairwise(sizes):
        growth = math.log(found[large]["site"].cpu / found[small]["site"].cpu)
        print(f"growth from {small} to {large}: exponent {growth / math.log(large / small):.2f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(SIZES))
