"""A change of a text as a patch."""

from collections.abc import Iterator
from difflib import unified_diff
from io import StringIO


def patch(old: str, new: str, before: str, after: str) -> Iterator[str]:
    """The lines of a patch between two texts by their names; line feeds alone end a line, as diff
    and patch have it."""
    return unified_diff(_lines(old), _lines(new), before, after)


def _lines(text: str) -> list[str]:
    return [*StringIO(text, newline="\n")]
