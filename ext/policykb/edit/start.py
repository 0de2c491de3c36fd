"""A base to begin with: the files of `starters`, filled in with a few answers."""

import hashlib
import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from policykb.edit.store import create
from policykb.version import __version__

STARTERS = Path(__file__).with_name("starters")
"""A folder a language; what a language has no file for comes from `ENGLISH`."""
ENGLISH = "en"
WORDS = "words.toml"
ENDING = ".in"
"""The ending of the files' names here, and ``dot_`` for the dot they begin with: no tool takes them
for its own."""
NOT_OURS = frozenset({".git", ".venv", "venv"})
"""What a folder may hold and still count as empty: a fresh clone, an environment to install in."""
_SLOT = re.compile(r"@@(\w+)(?::([\w./-]+))?@@")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LICENSES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}


@dataclass(frozen=True)
class Answers:
    """What the team says of its base, each in one line; ``repository`` is OWNER/NAME on GitHub."""

    title: str
    field: str = ""
    language: str = "en"
    publisher: str = ""
    license: str = "CC BY 4.0"
    repository: str = ""
    requirement: str = f"policykb=={__version__}"

    @property
    def values(self) -> dict[str, str]:
        """All that the files have slots for."""
        owner, _, name = self.repository.partition("/")
        host = f"{owner.lower()}.github.io"
        path = "" if name.lower() == host else f"{name}/"
        edit = f"https://github.com/{self.repository}/edit/main/{{path}}#L{{line}}"
        report = (
            f"https://github.com/{self.repository}/issues/new?template=wrong-fact.yml"
            "&record={record}&wrong={field}&quotation={quotation}&source={source}"
        )
        return {
            **vars(self),
            "field": self.field or words(self.language)["field"],
            "site": f"https://{host}/{path}" if name else "",
            "suggest_url": edit if name else "",
            "report_url": report if name else "",
            "owner": f"*        @{owner}" if name else "# *      @NAME, or @ORGANIZATION/TEAM",
            "author": self.publisher or words(self.language)["author"],
            "license_address": _LICENSES.get(self.license, ""),
        }


def files(answers: Answers) -> dict[str, bytes]:
    """The files of a new base, by path relative to its top folder."""
    values, templates = answers.values, _templates(answers.language)
    return {
        _path(name): _filled(file.read_text("utf-8"), values, templates).encode()
        for name, file in sorted(templates.items())
    }


def _folders(language: str) -> list[Path]:
    """Where the files for a language stand, what comes last before what comes first."""
    own = STARTERS / _primary(language)
    return [STARTERS / ENGLISH, own] if (own / WORDS).is_file() else [STARTERS / ENGLISH]


def has_pages(language: str) -> bool:
    """Whether there are pages to begin with in a language."""
    return _primary(language) == ENGLISH or len(_folders(language)) > 1


def _primary(language: str) -> str:
    return re.split("[-_]", language)[0].lower()


def _templates(language: str) -> dict[str, Path]:
    """The templates by path within the folder of their language."""
    return {
        path.relative_to(folder).as_posix(): path
        for folder in _folders(language)
        for path in folder.rglob(f"*{ENDING}")
    }


def words(language: str) -> dict[str, Any]:
    """What stands in pages where the team says nothing."""
    return tomllib.loads((_folders(language)[-1] / WORDS).read_text("utf-8"))


def _path(name: str) -> str:
    """Where the file made of a template stands in the base."""
    parts = name.removesuffix(ENDING).split("/")
    return "/".join(re.sub("^dot_", ".", part) for part in parts)


def _filled(text: str, values: dict[str, str], templates: dict[str, Path]) -> str:
    """A template with its slots filled: ``@@name@@``, or ``@@name:way@@`` for another way to
    write the value."""

    def value(slot: re.Match[str]) -> str:
        name, way = slot[1], slot[2]
        if name == "sha256":
            return hashlib.sha256(templates[way + ENDING].read_bytes()).hexdigest()
        return _WAYS[way](values[name])

    return _SLOT.sub(value, text)


_WAYS: dict[str | None, Callable[[str], str]] = {
    None: str,
    # No character means anything to Markdown.
    "markdown": partial(_PUNCTUATION.sub, r"\\\1"),
    # As TOML, Python and YAML all read it.
    "quoted": partial(json.dumps, ensure_ascii=False),
}


def in_the_way(folder: Path) -> list[str]:
    """The names of what a folder holds already; empty where a base can be begun. Raises
    `OSError` where it is no folder."""
    if not folder.exists():
        return []
    return sorted(one.name for one in folder.iterdir() if one.name not in NOT_OURS)


def write(folder: Path, answers: Answers) -> list[str]:
    """Write a new base and return its paths. Raises `OSError`, `FileExistsError` for a file that
    is there already."""
    made = files(answers)
    for path, data in made.items():
        create(folder / path, data)
    return list(made)
