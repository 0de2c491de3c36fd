"""What an editor asks about: a place in a page, with the lines around it."""

import re
from typing import Protocol

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from policykb.lsp.desk import Desk
from policykb.lsp.spot import Spot, ident_at, spot

_ENDING = re.compile(r"\r\n?")


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
        self.spot: Spot = spot(self.lines, position.line, self.col)

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
