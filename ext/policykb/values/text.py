"""Free text."""

from typing import Any

from policykb.values.base import ValueType


class TextType(ValueType[str]):
    """Words."""

    name = "text"
    accepted = "words"

    def parse(self, text: str) -> str:
        """The text with its white space collapsed."""
        return text if "  " not in text and "\t" not in text else " ".join(text.split())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


TEXT = TextType()
