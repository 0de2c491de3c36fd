"""Thirty drafts from one source: fifteen right ones, and fifteen wrong in a known way each."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import NamedTuple

_DATA = tomllib.loads(Path(__file__).with_name("drafts.toml").read_text("utf-8"))
SOURCE: str = _DATA["source"]


class Draft(NamedTuple):
    """A record's type, title and fields, with a quotation and what that supports."""

    type: str
    title: str
    fields: dict[str, str]
    quote: str
    supports: str
    wrong: str = ""
    """How it is wrong."""

    @property
    def page(self) -> str:
        options = "\n".join(f":{name}: {text}" for name, text in self.fields.items())
        return (
            f"# {self.title}\n\n::::{{{self.type}}} {self.title}\n{options}\n\n"
            f":::{{evidence}} SRC_MARSH\n:supports: {self.supports}\n\n{self.quote}\n:::\n::::\n"
        )


_ALL = [Draft(**one) for one in _DATA["drafts"]]
RIGHT = [one for one in _ALL if not one.wrong]
WRONG = [one for one in _ALL if one.wrong]


def lay(root: Path) -> None:
    """Write the base that the drafts are for."""
    (root / "seeds").mkdir(parents=True)
    (root / "docs/sources").mkdir(parents=True)
    data = SOURCE.encode()
    (root / "seeds/marsh.txt").write_bytes(data)
    orgs = "\n".join(
        f":::{{org}} {title}\n:id: {ident}\n:kind: {kind}\n:::\n"
        for ident, (title, kind) in _DATA["organizations"].items()
    )
    (root / "docs/organizations.md").write_text(f"# Organizations\n\n{orgs}", "utf-8")
    (root / "docs/sources/marsh.md").write_text(
        "# Marsh digest\n\n:::{source} Marsh digest\n:id: SRC_MARSH\n:file: marsh.txt\n"
        f":sha256: {hashlib.sha256(data).hexdigest()}\n:language: en\n"
        ":rights: made for this test\n:::\n",
        "utf-8",
    )
    (root / "policykb.toml").write_text("quoted_share = 0.9\n", "utf-8")
