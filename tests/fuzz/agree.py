"""What the checker passes, the build passes: many pages in one base, checked, those with findings
taken away, the rest built as `policykb build` builds.

``python -m tests.fuzz.agree pages SEED 1`` (or ``folders``) tries one again.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr
from pathlib import Path

from tests.fuzz import folders, pages
from tests.fuzz.mutate import QUAY

from policykb.base.settings import Settings
from policykb.check import engine
from policykb.check.diagnostics import Severity
from policykb.sphinx_ext import run as build

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0"
    "000003010100c9fe92ef0000000049454e44ae426082"
)
KNOWN = """# Known

## Words

(known)=
Words.

```{glossary}
harbor
  A place for ships.
```

```{std:program} kb
```

```{option} --in
Words.
```
"""
BATCH = 250
"""Pages or folders that one build takes."""
AROUND: dict[str, bytes] = {
    "index.md": b"# Index\n\nWords.\n",
    "known.md": KNOWN.encode(),
    "other-0.md": b"# Other\n\n## Words\n\nWords.\n",
    "other-1.md": b"# Another\n\n## Words\n\nWords.\n",
    "a.png": PNG,
    "sub/b.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9",
}
"""Files that pages link to."""

_PLACE = re.compile(r"docs/(?P<name>[^:\n]+?):")


class Base:
    """A base in a folder of its own, whose pages come and go."""

    def __init__(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self.root = Path(shutil.copytree(QUAY, folder / "base"))
        self.settings = Settings(quoted_share=0.9, site="full")
        self.clean = dict(files)
        for name, data in {**AROUND, **files}.items():
            path = self.root / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def drop(self, name: str) -> None:
        """Take a file away."""
        (self.root / "docs" / name).unlink()
        del self.clean[name]

    def settle(self) -> None:
        """Take files with findings away until the checker has none; raises what it raises."""
        while True:
            base = engine.load(self.root, self.settings)
            found = engine.run(base).diagnostics
            blamed = {
                item.path.removeprefix("docs/")
                for item in found
                if item.severity is not Severity.NOTE
            }
            if not blamed:
                return
            assert blamed & self.clean.keys(), sorted(map(str, found))[:5]
            for name in blamed & self.clean.keys():
                self.drop(name)

    def build(self) -> dict[str, str]:
        """What a build says against files, by name; of a file unknown under an empty name."""
        with tempfile.TemporaryDirectory() as work, redirect_stderr(io.StringIO()) as said:
            try:
                trees = Path(work, "doctrees")
                html = Path(work, "html")
                build.run(
                    build.Order(self.root, self.settings, html, trees, strict=True, fresh=True)
                )
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                return {"": "".join(traceback.format_exception(error)[-3:])}
        return self._blamed(said.getvalue())

    def _blamed(self, said: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines():
            if "[app.add_" in line:
                continue  # another application in the same process registered it before
            place = _PLACE.search(line)
            name = place["name"] if place else ""
            if "WARNING" in line or "ERROR" in line or "CRITICAL" in line:
                found.setdefault(name if name in self.clean else "", line)
        return found


def disagreements(files: Mapping[str, bytes]) -> dict[str, str]:
    """What the build says of files that the checker passes, by name. Where the build gives no
    name, it is looked for by halves."""
    with tempfile.TemporaryDirectory() as folder:
        base = Base(Path(folder), files)
        base.settle()
        said = base.build()
        left = dict(base.clean)
    if "" not in said:
        return said
    if len(left) < 2:
        return {next(iter(left), "no file"): said[""]}
    names = sorted(left)
    halves = names[: len(names) // 2], names[len(names) // 2 :]
    found = {name: words for name, words in said.items() if name}
    for half in halves:
        found |= disagreements({name: left[name] for name in half})
    return found or {"some of them together": said[""]}


def of_seeds(kind: str, seeds: Iterable[int]) -> dict[str, str]:
    """The disagreements over the ``pages`` or ``folders`` that grow from some seeds, each named for
    its own."""
    files: dict[str, bytes] = {}
    for seed in seeds:
        if kind == "pages":
            files[f"{seed}.md"] = pages.page(seed).encode()
        else:
            files |= {f"f{seed}/{path}": data for path, data in folders.grow(seed)}
    return disagreements(files)


def main(kind: str, first: int, count: int) -> int:
    """Print the disagreements over the seeds from ``first`` on; 1 where there are some."""
    found: dict[str, str] = {}
    for begin in range(first, first + count, BATCH):
        found |= of_seeds(kind, range(begin, min(begin + BATCH, first + count)))
    for name, said in found.items():
        print(f"{kind} {name}: {said}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
