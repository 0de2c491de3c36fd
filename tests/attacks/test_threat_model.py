"""The guide's table of attacks is that of the corpus."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.attacks.corpus import attacks

EFFECTIVE = 0
"""Held by the other tests of this folder."""


def table() -> list[str]:
    """The rows, a vector each, and the sum."""
    sent = Counter(one.vector for one in attacks())
    reported = Counter(one.vector for one in attacks() if one.codes)
    counts = [(vector, sent[vector], reported[vector]) for vector in sorted(sent)]
    counts.append(("**all**", sent.total(), reported.total()))
    return [
        f"| {vector} | {number} | {found} | {number - found} | {EFFECTIVE} |"
        for vector, number, found in counts
    ]


def test_the_guides_table_is_current(root: Path) -> None:
    page = (root / "docs/guide/threat-model.md").read_text("utf-8")
    rows = [line for line in page.split("\n") if line.startswith("| ")][1:]
    assert rows == table()
