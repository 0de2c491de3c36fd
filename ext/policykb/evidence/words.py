"""Free text, shown by its words."""

from __future__ import annotations

import re
from functools import lru_cache

from policykb.evidence.normalise import is_cjk, normalise

_TOKEN = re.compile(r"[$€£¥]?\d+(?:[.,]\d+)*(?: ?%)?|[^\W\d_]+|\d+")
_LIGHT = frozenset("a an and at by for from in of on or the to with".split())


def shows(lower: str, value: str) -> bool:
    """Whether every word of a text stands in a quotation (normalised, lower case)."""
    wanted, plain = _wanted(value)
    if plain is not None:
        return plain in lower
    return all(word.rstrip("%") in lower for word in wanted) and wanted <= _tokens(lower)


@lru_cache(maxsize=4096)
def _wanted(value: str) -> tuple[frozenset[str], str | None]:
    """The words that must stand in the quotation; or, for Chinese and Japanese, the whole text."""
    plain = normalise(value).lower()
    if any(is_cjk(char) for char in plain):
        return frozenset(), plain
    tokens = _tokens(plain)
    return (tokens - _LIGHT) or tokens, None


def _tokens(text: str) -> frozenset[str]:
    return frozenset(token.replace(" ", "") for token in _TOKEN.findall(text))
