"""Keywords separated by commas."""

import re
from sys import intern

from policykb.values.base import Several

FULL_WIDTH = re.compile("[\uff0c\uff1b\u3001]")
"""Japanese marks between items that look like commas."""


def _split(text: str) -> tuple[str, ...]:
    return tuple([intern(tag) for part in text.split(",") if (tag := part.strip())])


class TagsType(Several):
    """Keywords, separated by commas."""

    name = "tags"
    accepted = "keywords separated by commas"
    separator = ", "

    def parse(self, text: str) -> tuple[str, ...]:
        """The keywords, trimmed, as ordered. Raises `BadValue` for full-width separators."""
        if not text.isascii() and (found := FULL_WIDTH.search(text)):
            fix = self.print(_split(FULL_WIDTH.sub(",", text)))
            raise self.bad(f"its {found[0]} is full-width and separates nothing", fix or None)
        return _split(text)


TAGS = TagsType()
