"""Keywords separated by commas."""

import re
from sys import intern

from policykb.values.base import BadValue, ValueType

ACCEPTED = "keywords separated by commas"

FULL_WIDTH = re.compile("[\uff0c\uff1b\u3001]")
"""Japanese marks between items that look like commas."""


def _split(text: str) -> tuple[str, ...]:
    return tuple([intern(tag) for part in text.split(",") if (tag := part.strip())])


class TagsType(ValueType[tuple[str, ...]]):
    """Keywords, separated by commas."""

    name = "tags"
    accepted = ACCEPTED

    def parse(self, text: str) -> tuple[str, ...]:
        """The keywords, trimmed, as ordered. Raises `BadValue` for full-width separators."""
        if not text.isascii() and (found := FULL_WIDTH.search(text)):
            raise BadValue(
                f"its {found[0]} is full-width and separates nothing",
                ACCEPTED,
                ", ".join(_split(FULL_WIDTH.sub(",", text))) or None,
            )
        return _split(text)

    def print(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)

    def parts(self, value: tuple[str, ...]) -> list[str]:
        return list(value)


TAGS = TagsType()
