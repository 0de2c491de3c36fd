"""Folders as people leave them, grown from a number: odd names, odd bytes, files of other programs,
pages that link one another or what is not there."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator

from tests.fuzz.pages import Grower

GOOD = ("a.md", "b-1.md", "index.md", "deep/c.md", "deep/er/d.md", "notes.md", "x_y.md", "é.md")
ODD = (
    *("b c.md", "_private.md", ".hidden.md", "a.MD", "a.markdown", "a.rst", "a.txt", "README"),
    *("deep.md/e.md", "CON.md", "aux.md", "Notes.md", "a.md.md", ".md", "-x.md", "a#b.md"),
    *("a%20b.md", "漢字.md", "ａ.md", "e\u0301.md", "a\u200b.md", "a\nb.md", "a'b.md", 'a"b.md'),
    *("a`b.md", "*.md", "[a].md", "a&b.md", "genindex.md", "search.md", "timeline.md"),
    *("id/ORG_VESTA.md", "x" * 210 + ".md", "conf.py", "a.svg", "a.docx", "a.pdf", "a.md~"),
    *("locales/en/LC_MESSAGES/a.po", "_templates/layout.html", "_static/a.js", ".a.md.swp"),
    *(".DS_Store", ".obsidian/app.json", "Thumbs.db"),
    os.fsdecode(b"caf\xe9.md"),
    os.fsdecode(b"caf\xe9.png"),
)
BYTES = (
    b"",
    b"\n",
    b"\xef\xbb\xbf# Mark\n\nWords.\n",
    b"# Lines\r\n\r\nWords.\r\n",
    b"# Old\r\rWords.\r",
    b"No title.\n",
    b"# Title",
    b"## Second\n",
    b"---\norphan: true\n---\n",
)
ODD_BYTES = (
    b"# caf\xe9\n",
    b"\xff\xfe#\0 \0A\0",
    b"\0",
    b"# A\x1b[2J\n",
    b"\x80" * 100,
    b"# A\n\n" + b"*" * 500,
    b"<<<<<<< HEAD\n# A\n=======\n# B\n>>>>>>> main\n",
    b"---\n",
    b":::{org} A\n",
)


def grow(seed: int) -> Iterator[tuple[str, bytes]]:
    """The files of a folder: path and content."""
    chance = random.Random(f"folder {seed}")
    wild = chance.choice((0.0, 0.0, 0.1, 0.5))
    names = []
    for _ in range(chance.randint(1, 6)):
        odd = chance.random() < wild
        names.append(chance.choice(ODD if odd else GOOD))
    files = [name for name in dict.fromkeys(names) if not _is_taken(name, names)]
    for number, name in enumerate(files):
        yield name, _content(chance, f"{seed}-{number}", wild, files)


def _is_taken(name: str, names: list[str]) -> bool:
    """Whether another file needs the name for its folder."""
    return any(other.startswith(f"{name}/") for other in names)


def _content(chance: random.Random, seed: str, wild: float, files: list[str]) -> bytes:
    if chance.random() < wild:
        return chance.choice(ODD_BYTES)
    kind = chance.randrange(4)
    if kind == 0:
        return chance.choice(BYTES)
    if kind == 1:
        return _moved(Grower(seed).page()).encode()
    lines = [f"# Page {seed}", "Words."]
    for name in chance.sample(files, chance.randint(0, len(files))):
        lines.append(f"[to]({name}) and {{doc}}`{name.removesuffix('.md')}`")
    if kind == 3:
        listed = "\n".join(name.removesuffix(".md") for name in files)
        lines.append(f"```{{toctree}}\n{listed}\n```")
    return "\n\n".join(lines).encode("utf-8", "surrogateescape")


def _moved(page: str) -> str:
    """A page that is written for the top folder, with what it links to from a folder in it."""
    for name in ("other-0", "other-1", "a.png", "sub/b.jpg", "index.md", "known.md"):
        page = re.sub(rf"(?<![/\w-]){re.escape(name)}", f"/{name}", page)
    return page
