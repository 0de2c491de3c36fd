"""The content of a page: records as written, with a place for everything in them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern
from typing import NamedTuple

from policykb.markdown.grammar import PLAIN, Grammar
from policykb.markdown.inline import Inline, need_target

_PLAIN = bytes([9, 10, *range(32, 127)])


@dataclass(slots=True, eq=False, repr=False)
class Option:
    """One ``:name: value`` of a block. Offsets are code points into the page's text; the value is
    what MyST reads, ``[at, end)`` is its place (they differ for quoted values)."""

    name: str
    value: str
    name_at: int
    at: int
    end: int


class Opening(NamedTuple):
    """The first line of a block: where it begins, its fence, the name of a directive (or nothing)
    and the words after it, with where they are."""

    start: int
    marker: str
    name: str
    argument: str
    argument_at: int


class Extent(NamedTuple):
    """Where the content of a block begins and ends, where the block ends, and whether a line closes
    it."""

    inner: int
    stop: int
    end: int
    closed: bool


class Block:
    """A fenced block: a directive where ``name`` is set, else verbatim text.

    ``start`` is the offset of its first line, ``inner`` that of its content, ``stop`` where the
    content ends, ``end`` the offset after its closing line; all are offsets of ``text``, the whole
    page's. ``where`` is empty for a fence at column 0, else what it is in (``list``, ``quote``,
    ``indent``). ``values`` are its options as MyST reads them, by name.
    """

    __slots__ = (
        "_find",
        "_options",
        "argument",
        "argument_at",
        "body",
        "closed",
        "end",
        "inner",
        "marker",
        "name",
        "start",
        "stop",
        "text",
        "values",
        "where",
    )

    def __init__(self, text: str, opening: Opening, extent: Extent, where: str = "") -> None:
        self.text = text
        self.start, self.marker, self.name, self.argument, self.argument_at = opening
        self.inner, self.stop, self.end, self.closed = extent
        self.where = where
        self.values: dict[str, str] = {}
        self.body = extent.inner
        self._find: Callable[[Block], dict[str, Option]] | None = None
        self._options: dict[str, Option] | None = None

    def fill(self, options: dict[str, Option]) -> None:
        """Set the options, and their values by name."""
        self._options = options
        self.values.clear()
        self.values.update((name, option.value) for name, option in options.items())

    def values_found_by(self, find: Callable[[Block], dict[str, Option]]) -> dict[str, str]:
        """The values by name, to be filled; ``find`` tells the places of the options, which few ask
        for."""
        self._find = find
        return self.values

    @property
    def options(self) -> dict[str, Option]:
        """The options by name, each with its place."""
        if self._options is None:
            self._options = self._find(self) if self._find else {}
        return self._options


class RawEvidence:
    """A quotation as written. ``at`` and ``end`` enclose its text in the page."""

    __slots__ = ("at", "block", "end", "quote", "source", "values")

    def __init__(self, block: Block, quote: str, at: int, end: int) -> None:
        self.block = block
        self.source = block.argument
        self.values = block.values
        self.quote = quote
        self.at = at
        self.end = end

    @property
    def options(self) -> dict[str, Option]:
        return self.block.options

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.quote.split())

    @property
    def supports(self) -> list[str]:
        """The fields it is said to support."""
        return self._fields("supports")

    @property
    def disputes(self) -> list[str]:
        """The fields it is said to dispute."""
        return self._fields("disputes")

    def _fields(self, name: str) -> list[str]:
        return list(_items(self.values.get(name, "")))


@lru_cache(maxsize=1000)
def _items(text: str) -> tuple[str, ...]:
    """The items of a list: many quotations are said to support the same fields."""
    return tuple([intern(item) for part in text.split(",") if (item := part.strip())])


class RawRecord:
    """A record as written: its block, its evidence, and the spans of its own prose."""

    __slots__ = (
        "block",
        "evidence",
        "page",
        "parent",
        "prose",
        "title",
        "type",
        "values",
        "void",
    )

    def __init__(self, page: Page, block: Block, parent: RawRecord | None) -> None:
        self.page = page
        self.block = block
        self.type = block.name
        self.title = block.argument
        self.values = block.values
        self.parent = parent
        self.evidence: list[RawEvidence] = []
        self.prose: list[tuple[int, int]] = []
        self.void = False
        """True where the options or the fence cannot be read, so that a field may be missing
        because of a fault already reported."""

    @property
    def options(self) -> dict[str, Option]:
        return self.block.options

    @property
    def line(self) -> int:
        return self.page.line(self.block.start)


@dataclass(slots=True, eq=False, repr=False)
class Fault:
    """Something in a page's form that a rule of the 1xx family reports, by ``kind``."""

    kind: str
    start: int
    end: int
    record: RawRecord | None = None
    data: str = ""


class Place(NamedTuple):
    """A stretch ``[start, end)`` of a page."""

    page: Page
    start: int
    end: int


Owned = tuple[Inline, RawRecord | None]
"""What stands within a line, with the record it is in."""


class Page:
    """One Markdown file. ``path`` is POSIX and relative to the root; ``text`` has line feeds only
    and no byte order mark."""

    __slots__ = (
        "__dict__",
        "_inlines",
        "_needs",
        "_read_lines",
        "blocks",
        "faults",
        "grammar",
        "has_odd_blocks",
        "path",
        "prose",
        "records",
        "text",
        "unusual",
    )

    def __init__(
        self,
        path: str,
        text: str,
        grammar: Grammar = PLAIN,
        read_lines: Callable[[Page], list[Owned]] = lambda page: [],
    ) -> None:
        self.path = path
        self.text = text
        self.grammar = grammar
        self._read_lines = read_lines
        self.has_odd_blocks = False
        """Whether its blocks were found by MyST's own parser."""
        self.records: list[RawRecord] = []
        self.blocks: list[Block] = []
        """Every directive that is neither a record nor evidence, at any depth."""
        self.prose: list[tuple[int, int]] = []
        """The spans outside fences and records."""
        self.faults: list[Fault] = []
        self.unusual = text.encode("utf-8", "replace").translate(None, _PLAIN).decode()
        """Every character of the text that is neither printable ASCII, a tab nor a line feed, in
        order: next to nothing on most pages, so that rules on characters cost nothing there."""
        self._inlines: list[Owned] | None = None
        self._needs: list[tuple[str, str | None]] | None = None

    @cached_property
    def folded(self) -> str:
        """The text as it is looked through for words again and again, after every edit."""
        return folded(self.text)

    @property
    def inlines(self) -> list[Owned]:
        """The inlines of the prose (roles, links, …), each with its record."""
        if self._inlines is None:
            self._inlines = self._read_lines(self)
        return self._inlines

    @property
    def needs(self) -> list[tuple[str, str | None]]:
        """The ids that its prose refers to, each with the id of the record in whose text."""
        if self._needs is None:
            self._needs = [
                (need_target(item)[0], record.values.get("id") if record else None)
                for item, record in self.inlines
                if item.kind == "role" and item.name == "need"
            ]
        return self._needs

    def stretches(self) -> Iterator[tuple[int, int, RawRecord | None]]:
        """The prose of the page, and that of its records."""
        for start, stop in self.prose:
            yield start, stop, None
        for record in self.records:
            for start, stop in record.prose:
                yield start, stop, record

    def record_at(self, offset: int) -> RawRecord | None:
        """The innermost record in which an offset lies."""
        around = [one for one in self.records if one.block.start <= offset < one.block.end]
        return around[-1] if around else None

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    @cached_property
    def starts(self) -> list[int]:
        """The offsets of all lines."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line_start(self, number: int) -> int:
        """The offset at which a line begins, counted from 0; the text's end after the last."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def line(self, offset: int) -> int:
        return self.position(offset)[0]

    def line_end(self, offset: int) -> int:
        """The offset of the line feed that ends the line of ``offset`` (or of the text's end)."""
        at = self.text.find("\n", offset)
        return len(self.text) if at < 0 else at


def folded(text: str) -> str:
    """A text without case and width."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
