"""Where the keys of a TOML text stand, as near as a plain search of its lines tells."""

import re
from typing import NamedTuple

Keys = tuple[str, ...]
"""Nested keys, the outermost first."""

_HEAD = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]+")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.\s-])+?)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


class Found(NamedTuple):
    """The deepest of some nested keys that stand in a text: how many they are, and where it first
    does, both counted from 1."""

    depth: int
    line: int
    col: int


def found(text: str, keys: Keys) -> Found:
    """Where the deepest of some nested keys first stands; at the beginning where none does."""
    best, table = Found(0, 1, 1), Keys()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            here = table = _parts(head[1])
        elif key := _KEY.match(line):
            here = (*table, *_parts(key[1]))
        else:
            continue
        alike = [one == other for one, other in zip(here, keys, strict=False)]
        depth = [*alike, False].index(False)
        if best.depth < depth:
            best = Found(depth, number, len(line) - len(line.lstrip()) + 1)
    return best


def line_of(text: str, keys: Keys) -> int:
    """The line on which the deepest of some nested keys first stands."""
    return found(text, keys).line


def _parts(key: str) -> Keys:
    return tuple(part[part.lastindex or 0] for part in _PART.finditer(key))
