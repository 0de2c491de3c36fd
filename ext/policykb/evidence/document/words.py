"""Where the words of a text stand."""

from __future__ import annotations

import re

from policykb.text.normalize import CJK

_WORD = re.compile(rf"[{CJK}]{{4}}|[^\s{CJK}]+")
"""A word, or four Chinese or Japanese characters."""
_PLACES = 40


def places(text: str) -> dict[str, list[int]]:
    """The words of a text (of Chinese and Japanese four characters after four), without the marks
    around them, each with its first places: forty at most."""
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        known = found.setdefault(bare(match[0]), [])
        if len(known) < _PLACES:
            known.append(match.start())
    return found


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(".,;:()\"'")
