"""The checker and the site's build against stock MyST and sphinx-needs, page by page.

``python -m tests.markdown.stock.compare COUNT SEED`` writes a table of COUNT generated pages for
each extension of MyST, and of the fixtures of markdown-it-py where `fixtures` fetched them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.agree import Base
from tests.markdown.stock import fixtures
from tests.markdown.stock.pages import OF_EXTENSIONS, around, generated
from tests.markdown.stock.reader import Made, read, seen_evidence

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.diagnostics import Severity
from policykb.sphinx_ext.build.two_readers import of_entry
from policykb.sphinx_ext.shared.notes import Seen

ROOT = Path(__file__).parents[3]
CONF = """extensions = ["myst_parser", "sphinx_needs", "policykb"]
html_theme = "basic"
myst_enable_extensions = {}
"""


class Row(NamedTuple):
    """A comparison: how many pages, records that all read alike, pages of which the checker says
    something; the pages that differ in silence, and those of which our build alone says something,
    each with what it is."""

    name: str
    pages: int
    alike: int
    told: int
    silent: dict[str, str]
    only_ours: dict[str, str]

    def __str__(self) -> str:
        numbers = (self.pages, self.alike, self.told, len(self.silent), len(self.only_ours))
        return f"| {self.name} | {' | '.join(f'{number:,}' for number in numbers)} |"


HEAD = """| Markdown | pages | records read alike | pages with a finding | silent differences | \
warned of by our build alone |
|---|---|---|---|---|---|"""


def compared(name: str, pages: Mapping[str, str], extensions: Sequence[str]) -> Row:
    """Read pages in both ways."""
    theirs = read(pages, extensions, ROOT)
    with tempfile.TemporaryDirectory() as folder:
        files = {path: text.encode("utf-8", "surrogatepass") for path, text in pages.items()}
        base = Base(Path(folder), files)
        (base.root / "conf.py").write_text(CONF.format(list(extensions)), "utf-8")
        mine, told = _checked(base)
        base.settle()
        said = base.build()
    only_ours = {path: words for path, words in said.items() if not _warned(theirs, path)}
    quiet = [path for path in pages if path not in told]
    silent = {
        path: f"{mine[path]} {theirs[path].needs}"
        for path in quiet
        if sorted(mine[path]) != sorted(theirs[path].needs)
    }
    alike = sum(len(mine[path]) for path in quiet if path not in silent)
    return Row(name, len(pages), alike, len(told), silent, only_ours)


def _warned(theirs: Mapping[str, Made], path: str) -> bool:
    return path in theirs and theirs[path].warned


def _checked(base: Base) -> tuple[dict[str, list[Seen]], set[str]]:
    """What the checker reads on each page, and the pages of which it says something."""
    loaded = engine.load(base.root, base.settings)
    found: dict[str, list[Seen]] = {path: [] for path in base.clean}
    for entry in loaded.entries:
        path = entry.page.path.removeprefix("docs/")
        if path in found:
            found[path] += [of_entry(entry), *_evidence(entry)]
    told = {
        one.path.removeprefix("docs/")
        for one in engine.run(loaded).diagnostics
        if one.severity is not Severity.NOTE
    }
    return found, told & base.clean.keys()


def _evidence(entry: Entry) -> Iterator[Seen]:
    for one in entry.raw.evidence:
        line = entry.page.line(one.block.start)
        yield seen_evidence(one.source, one.quote, line, one.values)


def rows(count: int, seed: int) -> Iterator[Row]:
    """Compare pages for every extension alone and for all of them together."""
    yield compared("MyST alone", generated("", count, seed), [])
    for name in OF_EXTENSIONS:
        yield compared(f"`{name}`", generated(name, count, seed), [name])
    every = {path: text for name in OF_EXTENSIONS for path, text in _few(name, count, seed)}
    yield compared("all of them", every, list(OF_EXTENSIONS))
    texts = fixtures.texts(ROOT)
    if texts:
        yield compared("fixtures, MyST alone", dict(around(texts, seed)), [])
        pages = dict(around(texts, seed + 1))
        yield compared("fixtures, all extensions", pages, list(OF_EXTENSIONS))


def _few(name: str, count: int, seed: int) -> list[tuple[str, str]]:
    return list(generated(name, max(count // 8, 1), seed + 1).items())


def main(count: int, seed: int) -> int:
    """Print the table and each difference; 1 where there is one."""
    print(HEAD)
    found = []
    for row in rows(count, seed):
        print(row, flush=True)
        found.append(row)
    for row in found:
        for path, words in (*row.silent.items(), *row.only_ours.items()):
            print(f"{row.name}: {path}: {words}")
    return 1 if any(row.silent or row.only_ours for row in found) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
