"""Bring a base that was written for an earlier version to the names of this one.

Folders of pages that were renamed are moved, links to them and former names of settings follow. The
words of records stay as they are. No field and no code of a rule has another name than in 0.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policykb.base.ground import read, real, survey
from policykb.base.settings import FORMER, Settings, file_of, position
from policykb.check.reading import LoadError
from policykb.edit.store import replace

FOLDERS = {"organisations": "organizations"}
"""Former names of folders of pages."""

_LINK = r"(\]\(<?|\{{doc}}`(?:[^`<\n]*<)?|^[ \t]*)((?:\.{{1,2}}/|/)*){}(?=/[^\s)>`]*)"
"""A folder at the beginning of a path: in a link, in a role, alone on a line of a toctree."""


@dataclass(slots=True)
class Upgrade:
    """What is to be done: new bytes by path as the files stand now, and where pages go."""

    changed: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    def said(self) -> Iterator[str]:
        """A line for each file."""
        for path in sorted({*self.changed, *self.moved}):
            target = self.moved.get(path)
            words = [f"moved to {target}"] if target else []
            words += ["names brought up to date"] if path in self.changed else []
            yield f"{path}: {', '.join(words)}"


def plan(root: Path, settings: Settings) -> Upgrade:
    """What a base has under former names. Raises `LoadError` where a page would take the place of
    another."""
    made = Upgrade()
    docs = settings.docs.rstrip("/")
    paths = survey(root, settings).pages
    folders = {old: new for old, new in FOLDERS.items() if (root / docs / old).is_dir()}
    for path in paths:
        for old, new in folders.items():
            if path.startswith(f"{docs}/{old}/"):
                made.moved[path] = f"{docs}/{new}/{path.removeprefix(f'{docs}/{old}/')}"
        text = renamed = read(root, path).decode("utf-8", "surrogateescape")
        for old, new in folders.items():
            renamed = re.sub(_LINK.format(old), rf"\1\2{new}", renamed, flags=re.MULTILINE)
        if renamed != text:
            made.changed[path] = renamed.encode("utf-8", "surrogateescape")
    for path, target in made.moved.items():
        if (root / target).exists():
            raise LoadError(f"{path} cannot go to {target}, where another page is; rename one")
    _settings(root, made)
    return made


def _settings(root: Path, made: Upgrade) -> None:
    name = file_of(root)
    if not (root / name).is_file():
        return
    lines = read(root, name).decode("utf-8").splitlines(keepends=True)
    before = [*lines]
    for old, new in FORMER.items():
        line, col = position(root, old)
        if lines[line - 1][col - 1 :].startswith(old):
            lines[line - 1] = lines[line - 1].replace(old, new, 1)
    if lines != before:
        made.changed[name] = "".join(lines).encode("utf-8")


def apply(root: Path, upgrade: Upgrade) -> None:
    """Write and move the files."""
    for path, data in upgrade.changed.items():
        replace(real(root, path), data)
    for path, target in upgrade.moved.items():
        place = real(root, target)
        place.parent.mkdir(parents=True, exist_ok=True)
        real(root, path).rename(place)
    for folder in {(root / path).parent for path in upgrade.moved}:
        if not any(folder.iterdir()):
            folder.rmdir()
