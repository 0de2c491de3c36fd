"""Histories that git takes and nobody would write, grown from a number: subjects, names and
contents of any bytes, days of any year, pages that come, go, change their kind and come again.

``python -m tests.fuzz.histories SEED 1`` tries one again.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterable
from pathlib import Path

from tests.fuzz.mutate import FILES, QUAY, broken
from tests.fuzz.run import hold, run

from policykb.check import engine
from policykb.publish import catalog
from policykb.publish.facts import history
from policykb.publish.files import registry as files

SUBJECTS = (
    b"Change a page",
    b"Le caf\xe9",
    b"\xff\xfe",
    b"",
    b"\n\nBody only",
    b"x" * 5000,
    b"a\x1fb\x1fc",
    b"\x1b[2J",
    b"<script>",
    b"::error::x",
    "漢字 \u202e".encode(),
)
NAMES = (
    b"docs/caf\xe9.md",
    b"docs/caf\xe9.png",
    b'docs/a"b.md',
    b"docs/a\tb.md",
    b"docs/a\nb.md",
    b"docs/\xff/x.md",
    "docs/漢字.md".encode(),
    b"docs/a b.md",
    b"docs/ventures/other.md",
    b"seeds/\xe9.txt",
    b"docs/deep/er/x.md",
)
DAYS = (0, 1, 951782400, 1735689600, 4102444800, 99999999999, 253402300800)
ZONES = (b"+0000", b"-1200", b"+1400", b"+0545")


def lay_out(folder: Path, seed: int) -> Path:
    """A repository with such a history, whose last commit is the small base."""
    chance = random.Random(f"history {seed}")
    root = folder / f"h{seed}"
    root.mkdir()
    _git(root, "init", "-q")
    stream = b"".join(_commit(chance, number) for number in range(chance.randint(1, 8)))
    stream += _head(chance) + b"deleteall\n"
    for path in FILES:
        stream += _file(path.relative_to(QUAY).as_posix().encode(), path.read_bytes())
    _git(root, "fast-import", "--quiet", "--force", data=stream)
    _git(root, "checkout", "-qf", "main")
    return root


def _commit(chance: random.Random, number: int) -> bytes:
    parts = [_head(chance)]
    if chance.randrange(4) == 0:
        parts.append(b"deleteall\n")
    made = broken(chance.randbytes(chance.randint(0, 30)))
    for name in chance.sample(sorted(made), chance.randint(0, len(made))):
        parts.append(_file(name.encode(), made[name]))
    for odd in chance.sample(NAMES, chance.randint(0, 3)):
        content = chance.choice((b"# caf\xe9\n", b"\0", b"", f"# {number}\n".encode()))
        parts.append(_file(odd, content, chance.choice((b"100644", b"100755", b"120000"))))
    return b"".join(parts)


def _head(chance: random.Random) -> bytes:
    who = b"%s <%s> %d %s" % (
        chance.choice((b"A B", b"caf\xe9", b"")),
        chance.choice((b"a@b.example", b"\xff")),
        chance.choice(DAYS),
        chance.choice(ZONES),
    )
    subject = chance.choice(SUBJECTS)
    return b"commit refs/heads/main\ncommitter %s\ndata %d\n%s\n" % (who, len(subject), subject)


def _file(name: bytes, content: bytes, mode: bytes = b"100644") -> bytes:
    quoted = name.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'M %s inline "%s"\ndata %d\n%s\n' % (mode, quoted, len(content), content)


def _git(root: Path, *words: str, data: bytes | None = None) -> None:
    subprocess.run(
        ["git", "-C", str(root), "-c", "init.defaultBranch=main", *words],
        input=data,
        capture_output=True,
        check=True,
    )


def faults(folder: Path, seeds: Iterable[int]) -> dict[int, str]:
    """What goes wrong with the histories of some seeds, by seed; every twentieth is built."""
    found: dict[int, str] = {}
    for seed in seeds:
        try:
            tell(lay_out(folder, seed), build=seed % 20 == 0)
        except Exception:
            found[seed] = traceback.format_exc(limit=-4)
    return found


def tell(root: Path, *, build: bool) -> None:
    """Say all that policykb says of a history; raises where something is wrong."""
    for words in (["check"], ["diff", "HEAD~1"], ["diff", "HEAD~3", "--format", "json"]):
        hold(root, words)
    base, report = engine.check(root)
    assert not report.failed
    history.days(root, base.settings)
    site = catalog.site(base)
    for page in catalog.pages(site):
        page.html.encode("utf-8")
    dict(files.files(site))
    if build:
        assert run(root, ["build"])[0] == 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as top:
        wrong = faults(Path(top), range(int(sys.argv[1]), int(sys.argv[1]) + int(sys.argv[2])))
    for number, said in wrong.items():
        print(f"history {number}: {said}")
    sys.exit(1 if wrong else 0)
