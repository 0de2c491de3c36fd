"""Many edits of a base that is served: ``python -m tests.sphinx_ext.served_runs BASE EDITS SEED``.

After every edit the site that is served is held against one that is built anew; a difference ends
the run with a message. Of the search only what it finds is compared, not Pagefind's index.
"""

from __future__ import annotations

import contextlib
import io
import random
import shutil
import sys
from multiprocessing import get_context
from pathlib import Path

from tests.sphinx_ext import edits
from tests.sphinx_ext.incremental_runs import NoIndex, files, make, sums

from policykb.publish.facts.site import Site
from policykb.publish.files import search_index
from policykb.sphinx_ext import preview


class Found(NoIndex):
    """What is searched for in place of the index."""

    def __init__(self, site: Site) -> None:
        self.text = "\n".join(map(repr, search_index.entries(site)))

    def write(self, outdir: Path) -> None:
        """Write it."""
        (outdir / search_index.FOLDER).mkdir(parents=True, exist_ok=True)
        (outdir / "found.txt").write_text(self.text, "utf-8")


def saved(root: Path) -> dict[str, tuple[int, bytes]]:
    """When everything was saved that a site is made of, and what it holds."""
    places = [root / "conf.py", root / "pyproject.toml", *(root / "docs").rglob("*")]
    places += (root / "seeds").rglob("*")
    found = [path for path in places if path.is_file()]
    return {
        path.relative_to(root).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in found
    }


def main(root: Path, count: int, seed: int) -> str:
    """Edit and compare; returns what went wrong, or nothing."""
    dice = random.Random(seed)
    docs, clean, html = root / "docs", root / "clean", root / preview.FOLDER / "html"
    edits.prepare(docs)
    search_index.begin = Found
    with contextlib.closing(preview.Preview(root)) as served:
        _quietly(served, set())
        told = saved(root)
        for number in range(count):
            said = dice.choice(edits.EDITS)(dice, docs)
            tells = saved(root)
            edited = {name for name in {*told, *tells} if told.get(name) != tells.get(name)}
            _quietly(served, edited)
            shutil.rmtree(clean, ignore_errors=True)
            shutil.rmtree(root / "clean-trees", ignore_errors=True)
            _apart(root, clean, root / "clean-trees")
            mine, wanted = sums(files(html)), sums(files(clean))
            if mine != wanted:
                more, less = ({name for name, _ in one} for one in (mine - wanted, wanted - mine))
                where = f"edit {number} of seed {seed}, {said}"
                return f"{where}: other or more {sorted(more)}, other or less {sorted(less)}"
            told = tells
    return ""


def _apart(root: Path, out: Path, trees: Path) -> None:
    """Build anew in a process of its own: one that ends takes what Sphinx has of docutils along."""
    process = get_context("fork").Process(target=make, args=(root, out, trees, True))
    process.start()
    process.join()


def _quietly(served: preview.Preview, edited: set[str]) -> None:
    stdout, stderr = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        served.build(edited)
        served.finish()
    if "cannot be" in stdout.getvalue():
        sys.exit(stdout.getvalue() + stderr.getvalue())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])) or 0)
