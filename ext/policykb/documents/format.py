"""A kind of file that text is taken from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from policykb.documents.extracted import Extracted, Refused


class Wish(NamedTuple):
    """How a text is to be taken: with the lines that recur on every page, or of a whole web page
    with its menus."""

    keep_heads: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the endings of its names, what it is called, the function that reads it, and
    the bytes it begins with, where all such files do."""

    endings: tuple[str, ...]
    name: str
    read: Callable[[bytes, Wish], Extracted]
    magic: bytes = b""


@cache
def formats() -> tuple[Format, ...]:
    """Every kind, in the order of its module's name."""
    from policykb.documents import formats as folder

    names = sorted(one.name for one in iter_modules(folder.__path__))
    return tuple(import_module(f"{folder.__name__}.{name}").FORMAT for name in names)


def format_of(name: str, data: bytes) -> Format:
    """The kind of a file, by its name's ending and its first bytes. Raises `Refused`."""
    ending = f".{name.lower().rpartition('.')[2]}"
    found = next((one for one in formats() if ending in one.endings), None)
    if found is None:
        known = ", ".join(ending for one in formats() for ending in one.endings)
        raise Refused(f"its ending is none of {known}")
    if found.magic not in data[:1024]:
        raise Refused(f"it is named as a {found.name} file and is none")
    return found
