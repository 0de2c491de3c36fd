"""Many builds in one process: ``python -m tests.sphinx_ext.incremental_runs BASE EDITS SEED``.

After every edit the site is brought up to date and, apart from it, built anew; a difference between
the two, or a page written again though nothing in it changed, ends the run with a message.
"""

from __future__ import annotations

import hashlib
import io
import random
import shutil
import sys
from pathlib import Path

from tests.sphinx_ext import edits

from policykb.base.settings import load
from policykb.publish.facts.site import Site
from policykb.publish.files import search_index
from policykb.sphinx_ext import run as build


class NoIndex(search_index.Making):
    """No index, and nothing of Pagefind."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def write(self, outdir: Path) -> None:
        """Write nothing."""

    def close(self) -> None:
        """There is nothing to let go of."""


def files(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file but the search index: when it was written and a checksum."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts and path.name != ".buildinfo"
    }


def make(root: Path, out: Path, trees: Path, fresh: bool) -> dict[str, tuple[int, str]]:
    """Build quietly and look at the result."""
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        build.run(build.Order(root, load(root), out, trees, fresh=fresh))
    finally:
        sys.stderr = stderr
    return files(out)


def sources(docs: Path) -> dict[str, tuple[int, str]]:
    """When every page was saved and what it says, by the name of its HTML file."""
    return {
        path.relative_to(docs).with_suffix(".html").as_posix(): (
            path.stat().st_mtime_ns,
            path.read_text("utf-8"),
        )
        for path in docs.rglob("*.md")
    }


def main(root: Path, count: int, seed: int) -> str:
    """Edit and compare; returns what went wrong, or nothing."""
    dice = random.Random(seed)
    docs, live, clean = root / "docs", root / "live", root / "clean"
    edits.prepare(docs)
    search_index.begin = NoIndex
    before, told = make(root, live, root / "live-trees", False), sources(docs)
    for number in range(count):
        said = dice.choice(edits.EDITS)(dice, docs)
        now, tells = make(root, live, root / "live-trees", False), sources(docs)
        shutil.rmtree(clean, ignore_errors=True)
        shutil.rmtree(root / "clean-trees", ignore_errors=True)
        wanted = make(root, clean, root / "clean-trees", True)
        where = f"edit {number} of seed {seed}, {said}"
        if sums(now) != sums(wanted):
            differ = {name for name, _ in sums(now) ^ sums(wanted)}
            return f"{where}: differs from a clean build: {sorted(differ)}"
        edited = {name for name in {*told, *tells} if told.get(name) != tells.get(name)}
        written = {
            name
            for name, (when, _) in now.items()
            if name.endswith(".html") and before.get(name, (0, ""))[0] != when
        }
        looks = {name for name, _ in sums(now) - sums(before)}
        # A copy, a setting and a picture have pages read again of which only the reading tells that
        # nothing in them has changed.
        unsure = said.startswith(("settings", "the picture"))
        unsure = unsure or "organizations/copy.html" in {*told, *tells}
        if not unsure and (idle := written - looks - edited):
            return f"{where}: written again for nothing: {sorted(idle)}"
        before, told = now, tells
    return ""


def sums(found: dict[str, tuple[int, str]]) -> set[tuple[str, str]]:
    """Names and checksums, without times."""
    return {(name, checksum) for name, (_, checksum) in found.items()}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])) or 0)
