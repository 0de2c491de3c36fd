"""Every word and sign that the readers know, again and again: in a text, in its quotation, in their
document and in the values of fields."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.attacks import slow
from tests.fuzz.hard import TOKENS

import policykb

DATA = Path(policykb.__file__).parent / "text" / "data"
LENGTH = 10_000
"""Characters of each repetition: what takes time with their square takes minutes."""
TOGETHER = 8
"""Tokens of one base."""
SIGNS = (
    *"½¼⅓⅔¾⅛²³㎡㍉①Ⅳ〇一十百千万億兆円年月日第約々％¥€£₩$§¶†•·・~〜-–—/.,:;'’\"“”「」()[]…",
    *"0 1 12 1,234 0.5 1.1. 1/2 1:2 2024 2024年 2024- FY2025 '25 Q3 H1 10% 10-20 3rd".split(),
    *"1st No. 第1 5m".split(),
    *"% not no un non- Inc. Co., 株式会社 Ltd. ™ ® & and or to of".split(),
)
_STEPS = {"countries": 30, "country_words": 30, "currencies": 10, "languages": 60}
"""Of tables of names, which are all read alike, one in so many."""


@cache
def tokens() -> tuple[str, ...]:
    """All of them, each with and without a space after it; in one order that mixes their kinds."""
    known = {*SIGNS, *(one.strip() for one in TOKENS if one.strip())}
    for path in sorted(DATA.rglob("*")):
        if path.suffix == ".tsv":
            cells = list(_cells(path.read_text(encoding="utf-8")))
            known |= set(cells[:: _STEPS.get(path.stem, 1)])
        elif path.suffix == ".toml":
            known |= set(_leaves(tomllib.loads(path.read_text(encoding="utf-8"))))
    each = sorted(one for one in known if 0 < len(one) <= 40 and "\n" not in one)
    found = [one for word in each for one in (word, f"{word} ")]
    random.Random(5).shuffle(found)
    return tuple(found)


def _cells(table: str) -> Iterator[str]:
    """The English and Japanese cells of a table, and those of its rows without languages."""
    head, *rows = (line.split("\t") for line in table.splitlines())
    wanted = [at for at, name in enumerate(head) if name in ("en", "ja")] or range(len(head))
    for row in rows:
        for at in wanted:
            if at < len(row):
                yield from filter(None, (part.strip() for part in row[at].split("|")))


def _leaves(value: Any) -> Iterator[str]:
    """The words of a table of words; of a pattern the words in it."""
    if isinstance(value, str):
        yield from re.findall(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*", re.sub(r"\\.", " ", value))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(key)
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)


def lay_out(root: Path, chosen: tuple[str, ...]) -> None:
    """A base with a record for each of some tokens."""
    texts = [(token * LENGTH)[:LENGTH].rstrip() for token in chosen]
    slow.document(root, "\n\n".join(texts))
    slow.page(root, "# R\n\n" + "\n".join(_records(at, text) for at, text in enumerate(texts)))
    (root / "docs/briefs").mkdir()
    slow.page(
        root, "# B\n\n" + "\n\n".join(f"{{need}}`ORG_VESTA` {text}" for text in texts), "briefs/b"
    )


def _records(at: int, text: str) -> str:
    """Sound records that quote a text for a field of each kind, and one with it in its fields."""
    evidence = "::::{{evidence}} SRC_SLOW\n:supports: {}\n\n{}\n::::\n:::::\n"
    value = text[:3_000]
    return (
        f":::::{{policy}} Slow Plan {at}\n:id: POL_SLOW_{at}\n:status: adopted\n"
        f":issued_by: ORG_VESTA\n:announced: 2024-03-03\n:jurisdiction: JP\n\n{text}\n\n"
        + evidence.format("status, issued_by, announced, jurisdiction, text", text)
        + f":::::{{indicator}} Slow Count {at}\n:id: IND_SLOW_{at}\n:value: 4321\n"
        f":unit: ships\n:as_of: 2024\n:geography: KR\n\n"
        + evidence.format("value, unit, as_of, geography", text)
        + f":::::{{person}} Slow Person {at}\n:id: PER_SLOW_{at}\n:affiliation: ORG_VESTA\n"
        f":role: head of ships\n\n"
        + evidence.format("affiliation, role", text)
        + f":::{{event}} Event {at}\n:id: EVT_SLOW_{at}\n:kind: meeting\n:status: held\n"
        f":date: {value}\n:place: {value}\n:::\n"
    )


def groups() -> list[tuple[str, ...]]:
    """The tokens, as many together as one base has."""
    known = tokens()
    return [known[at : at + TOGETHER] for at in range(0, len(known), TOGETHER)]
