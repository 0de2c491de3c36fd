"""Keywords separated by commas."""

from __future__ import annotations

from policykb.values.base import ValueType


def parse(text: str) -> tuple[str, ...]:
    """The keywords, trimmed, in the order written."""
    return tuple(tag for tag in (part.strip() for part in text.split(",")) if tag)


TAGS = ValueType("tags", "keywords separated by commas", parse, ", ".join)
