"""Values of a kind in a text, as grades look at them: the readers of value types, remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from policykb.values.base import Found as Found
from policykb.values.registry import VALUE_TYPES


@lru_cache(maxsize=4096)
def read(kind: str, text: str, language: str) -> tuple[Found, ...]:
    """Every value of a kind in a text."""
    return VALUE_TYPES[kind].read(text, language)


def shows(kind: str, found: Found, value: Any) -> bool:
    """Whether a value read shows a recorded one."""
    return VALUE_TYPES[kind].shows(found, value)


def agrees(kind: str, found: Found, value: Any) -> bool:
    """Whether a value read may be a recorded one, more or less precisely."""
    return VALUE_TYPES[kind].agrees(found, value)


def printed(kind: str, found: Found) -> str:
    """A value read, as a record writes it."""
    value = VALUE_TYPES[kind]
    return value.print(value.typed(found))
