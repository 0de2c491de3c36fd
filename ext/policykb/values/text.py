"""Free text."""

from __future__ import annotations

from policykb.values.base import ValueType


def parse(text: str) -> str:
    """The text with its white space collapsed."""
    return text if "  " not in text and "\t" not in text else " ".join(text.split())


TEXT = ValueType("text", "words", parse, str, {"type": "string", "minLength": 1})
