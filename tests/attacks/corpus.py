"""The attacks, a file for each vector, and a base that holds them all.

In an attack's texts ``@CANARY@`` is a file that must not come to be, ``@SECRET@`` a file outside
the base that must not be read, ``@OUTSIDE@`` its folder, ``@SECRETSHA@`` and ``@NOTICE@`` checksums
of that file and of the base's one source, ``@BOMB@`` and ``@QUOTES@`` long texts. ``pkbattack``
marks code: nothing with it in is ever compiled. In a browser ``window.pwned`` must stay undefined.
"""

from __future__ import annotations

import base64
import os
import shutil
import tomllib
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
QUAY = HERE.parent / "contract" / "quay"
SECRET = "the words of a secret file outside of the base"
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack: what it sends (paths under ``docs``, or ``seeds`` for ``seed_links``): files,
    links with their targets, copies of other files, named pipes; the beginnings of the codes one of
    which reports it (none: inert by design, for the reason given), and the text at which the
    finding stands."""

    vector: str
    name: str
    folder: str
    files: dict[str, str]
    links: dict[str, str] = field(default_factory=dict)
    seed_links: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    pipes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    at: str = ""
    inert: str = ""

    @property
    def paths(self) -> list[str]:
        """Everything it sends that the checker could report, relative to the root."""
        sent = (*self.files, *self.links, *self.pipes)
        seeds = [f"seeds/{name}" for name in self.seed_links]
        return [f"docs/{self.folder}{name}" for name in sent] + seeds


def attacks() -> list[Attack]:
    """The whole corpus."""
    found: list[Attack] = []
    for path in sorted((HERE / "corpus").glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [_attack(path.stem, content["vector"], one) for one in content["attack"]]
    return found


def _attack(stem: str, vector: str, given: dict[str, Any]) -> Attack:
    name = given["name"]
    files = dict(given.get("files", {}))
    if "page" in given:
        files[f"{name}.md"] = f"# The page {name}\n\n{given['page']}"
    elif "whole" in given:
        files[f"{name}.md"] = given["whole"]
    folder = given.get("folder", f"{stem}/")
    return Attack(
        vector,
        f"{stem}/{name}",
        f"{folder.rstrip('/')}/" if folder else "",
        files,
        given.get("links", {}),
        given.get("seed_links", {}),
        given.get("copies", {}),
        tuple(given.get("pipes", ())),
        tuple(given.get("codes", ())),
        given.get("at", ""),
        given.get("inert", ""),
    )


@dataclass(frozen=True, slots=True)
class Field:
    """A base with attacks in it, beside a secret and no canary."""

    root: Path
    outside: Path

    @property
    def secret(self) -> Path:
        return self.outside / "secret.txt"

    @property
    def canary(self) -> Path:
        return self.outside / "canary"

    def fill(self, text: str) -> str:
        """A text with the placeholders replaced."""
        for name, value in {
            "@CANARY@": str(self.canary),
            "@SECRET@": str(self.secret),
            "@OUTSIDE@": str(self.outside),
            "@SECRETSHA@": sha256(SECRET.encode()).hexdigest(),
            "@BOMB@": "[a](b *c_ " * 9_000,
            "@QUOTES@": "> " * 20_000 + "x\n",
            "@NOTICE@": sha256((QUAY / "seeds" / "notice.txt").read_bytes()).hexdigest(),
        }.items():
            text = text.replace(name, value)
        return text


def lay_out(folder: Path, chosen: list[Attack]) -> Field:
    """A clean base with the attacks added: ``folder/base``, and a secret in ``folder``."""
    made = Field(folder / "base", folder)
    shutil.copytree(QUAY, made.root)
    made.secret.write_text(SECRET, encoding="utf-8")
    (made.root / "docs" / "index.md").write_text("# The quay\n\nA base.\n", encoding="utf-8")
    for one in chosen:
        top = made.root / "docs" / one.folder
        top.mkdir(parents=True, exist_ok=True)
        (top / "dot.png").write_bytes(DOT)
        for name, text in one.files.items():
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            # Bytes: a carriage return stays one.
            path.write_bytes(made.fill(text).encode())
        for place, links in ((top, one.links), (made.root / "seeds", one.seed_links)):
            for name, target in links.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).symlink_to(made.fill(target))
        for name, source in one.copies.items():
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(top / source, top / name)
        for name in one.pipes:
            os.mkfifo(top / name)
    return made
