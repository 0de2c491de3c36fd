"""What stands where the cursor is, told by the lines above it: a page in the making need not read.

Lines and columns count from 0; columns are code points.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policykb.model import TYPES

_OPENS = re.compile(r"(?P<marker>:{3,}|`{3,})\{(?P<name>[\w:-]+)\}[ \t]*(?P<argument>.*)")
_CLOSES = re.compile(r"(?P<marker>:{3,}|`{3,})[ \t]*")
_DIRECTIVE = re.compile(r"(?::{3,}|`{3,})\{(?P<word>[\w-]*)")
_OPTION = re.compile(r":(?P<word>\w*)")
_VALUE = re.compile(r":(?P<field>\w+):[ \t]*(?P<text>.*)")
_ROLE = re.compile(r"\{need\}`(?:[^`<]*<)?(?P<word>[^`<>]*)$")
_IDENT = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]+")
_WORD = re.compile(r"[\w-]+")
_SEPARATOR = re.compile(r"[,;] *")


class Open(NamedTuple):
    """A block that is open: its name, its argument, and its line."""

    name: str
    argument: str
    line: int
    width: int


class Spot(NamedTuple):
    """``kind``: ``directive`` · ``argument`` · ``option`` · ``value`` · ``role`` · ``quote`` ·
    ``text``. ``word`` is what is typed of it up to the cursor and begins at ``start``; ``field`` is
    the option whose value it is; ``block`` the block it is in, ``record`` that of the record."""

    kind: str
    word: str
    start: int
    field: str = ""
    block: Open | None = None
    record: Open | None = None


def spot(lines: Sequence[str], line: int, col: int) -> Spot:
    """What stands up to a place."""
    opened = open_blocks(lines, line)
    block = opened[-1] if opened else None
    record = next((one for one in reversed(opened) if one.name in TYPES), None)
    before = lines[line][:col] if line < len(lines) else ""
    if found := _DIRECTIVE.fullmatch(before):
        return Spot("directive", found["word"], found.start("word"), "", block, record)
    if found := _OPENS.fullmatch(before):
        name, at = found["name"], found.start("argument")
        return Spot("argument", found["argument"], at, name, block, record)
    if block and (found := _OPTION.fullmatch(before)):
        return Spot("option", found["word"], found.start("word"), "", block, record)
    if block and (found := _VALUE.fullmatch(before)):
        parts = [found.start("text"), *(each.end() for each in _SEPARATOR.finditer(before))]
        start = max(part for part in parts)
        return Spot("value", before[start:], start, found["field"], block, record)
    if found := _ROLE.search(before):
        return Spot("role", found["word"], found.start("word"), "", block, record)
    kind = "quote" if block and block.name == "evidence" else "text"
    return Spot(kind, before.lstrip(), len(before) - len(before.lstrip()), "", block, record)


def open_blocks(lines: Sequence[str], line: int) -> list[Open]:
    """The blocks that are open where a line begins, the innermost last."""
    opened: list[Open] = []
    for number, text in enumerate(lines[:line]):
        if found := _OPENS.match(text):
            width = len(found["marker"])
            opened.append(Open(found["name"], found["argument"].strip(), number, width))
        elif opened and (found := _CLOSES.fullmatch(text.rstrip("\r\n"))):
            del opened[len(opened) - (len(found["marker"]) >= opened[-1].width) :]
    return opened


def ident_at(line: str, col: int) -> tuple[str, int] | None:
    """The id of a record around a column, and where it begins."""
    return next(
        ((found[0], found.start()) for found in _IDENT.finditer(line) if _holds(found, col)), None
    )


def word_at(line: str, col: int) -> str:
    """The word around a column; empty where there is none."""
    return next((found[0] for found in _WORD.finditer(line) if _holds(found, col)), "")


def _holds(found: re.Match[str], col: int) -> bool:
    return found.start() <= col <= found.end()
