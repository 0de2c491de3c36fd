"""A page as it is on disk, byte for byte, and the edits of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy

from policykb.base.ground import read
from policykb.base.index import Base
from policykb.check.diagnostics import Edit

_ENDING = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Misplaced(Exception):
    """An edit's place does not exist in the file."""


class Written:
    """The bytes of one page. Rules place their edits in its text with line feeds only and without
    a byte order mark (``text``); here they are carried over to the bytes, all others kept.

    Raises `UnicodeDecodeError` for bytes that are not UTF-8.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        whole = data.decode("utf-8")
        self._text = whole.removeprefix(_MARK)
        self._mark = _MARK if whole.startswith(_MARK) else ""
        ends = [*_ENDING.finditer(self._text)]
        self._starts = [0, *(match.end() for match in ends)]
        self._stops = [*(match.start() for match in ends), len(self._text)]

    @property
    def text(self) -> str:
        """The text as pages are read."""
        return _ENDING.sub("\n", self._text)

    def span(self, edit: Edit) -> tuple[int, int]:
        """The place of an edit in the text as written. Raises `Misplaced`."""
        start = self._offset(edit.line, edit.col)
        end = self._offset(edit.end_line, edit.end_col)
        if end < start:
            raise Misplaced(f"{edit.path}:{edit.line}:{edit.col}: the edit ends before it starts")
        return start, end

    def _offset(self, line: int, col: int) -> int:
        if not 1 <= line <= len(self._starts):
            raise Misplaced(f"there is no line {line}")
        at = self._starts[line - 1] + col - 1
        if not self._starts[line - 1] <= at <= self._stops[line - 1]:
            raise Misplaced(f"line {line} has no column {col}")
        return at

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes after edits that do not overlap; new line ends are as those around them."""
        spans = sorted(((*self.span(edit), edit.line, edit.text) for edit in edits), reverse=True)
        text = self._text
        for start, end, line, new in spans:
            text = text[:start] + _ENDING.sub(self._ending(line), new) + text[end:]
        return (self._mark + text).encode("utf-8")

    def _ending(self, line: int) -> str:
        """The line end of a line, else of the one before it."""
        for index in (line - 1, line - 2):
            if 0 <= index < len(self._starts) - 1:
                return self._text[self._stops[index] : self._starts[index + 1]]
        return "\n"


class Files:
    """The pages of a base as written, each read from disk when it is asked for, some replaced.

    A page that cannot be read, or that changed on disk since the base was read, has no item.
    """

    def __init__(self, base: Base) -> None:
        self._root = base.root
        self._texts = {page.path: page.text for page in base.pages}
        self._known: dict[str, Written] = {}
        self.changed: dict[str, bytes] = {}
        """New bytes by path."""

    def __getitem__(self, path: str) -> Written:
        if path in self.changed:
            return Written(self.changed[path])
        if path not in self._known:
            text = self._texts[path]
            try:
                found = Written(read(self._root, path))
            except (OSError, UnicodeDecodeError):
                raise KeyError(path) from None
            if found.text != text:
                raise KeyError(path)
            self._known[path] = found
        return self._known[path]

    def original(self, path: str) -> bytes:
        """The bytes of a page as read from disk."""
        return self._known[path].data

    def replaced(self, changes: Mapping[str, bytes]) -> Files:
        """The same files with new bytes for some of them."""
        other, given = copy(self), {**self.changed, **changes}
        other.changed = {path: data for path, data in given.items() if data != self.original(path)}
        return other
