"""What stands where the cursor of an editor is, told by the lines above it: a page in the making
need not read.

Lines and columns count from 0; columns are code points.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from policykb.lsp.desk import Desk
from policykb.model import TYPES

_ENDING = re.compile(r"\r\n?")
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


class At(Protocol):
    """A place in a document, as every question about one has it."""

    text_document: lsp.TextDocumentIdentifier
    position: lsp.Position


def plain(text: str) -> str:
    """A text with line feeds alone, as pages are read."""
    return _ENDING.sub("\n", text)


class Cursor:
    """A place in a page: its path and lines, and the line and column from 0 in code points."""

    def __init__(
        self, desk: Desk, path: str, document: TextDocument, position: lsp.Position
    ) -> None:
        self.desk, self.path, self.position = desk, path, position
        self.lines = plain(document.source).split("\n")
        self.line = self.lines[position.line] if position.line < len(self.lines) else ""
        self.col = desk.column(self.line, position.character)
        self.spot = spot(self.lines, position.line, self.col)

    @property
    def ident(self) -> str:
        """The id under the cursor, where a record has it."""
        named = ident_at(self.line, self.col)
        return named[0] if named and named[0] in self.desk.base.by_id else ""

    def quote(self) -> tuple[str, lsp.Position]:
        """What is typed of a quotation, and where it begins."""
        first = self.spot.block.line + 1 if self.spot.block else self.position.line
        while first < self.position.line and self.lines[first].startswith(":"):
            first += 1
        before = [*self.lines[first : self.position.line], self.line[: self.col]]
        while len(before) > 1 and not before[0].strip():
            del before[0]
            first += 1
        return "\n".join(before), lsp.Position(first, 0)
