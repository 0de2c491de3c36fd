"""Suffixes of Japanese text, so that a prefix search matches any substring."""

from __future__ import annotations

import re

LENGTH = 8
"""Characters of an ending that are kept: longer queries in one run are rare."""

_RUN = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")


def of(text: str) -> str:
    """The endings of the Japanese runs of a text, each once, cut to `LENGTH`, spaces between."""
    found: dict[str, None] = {}
    for match in _RUN.finditer(text):
        run = match[0]
        for at in range(1, len(run)):
            found.setdefault(run[at : at + LENGTH])
    return " ".join(found)
