"""How long things in a page may be, so that reading any page takes seconds at most.

Parsers of Markdown take time that grows with the square of a paragraph's length when it is made to
be hard to read. What a person writes stays far below these limits.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from policykb.markdown.page import Block, Page

NAME = 200
"""Bytes of the name of a file or folder; a build adds to it, and no name can have more than 255."""

PAGE = 2_000_000
"""Characters of a page."""

RUN = 50_000
"""Characters of a paragraph (a list or table without blank lines is one) or a quotation."""

VALUE = 10_000
"""Characters of a title or of an option's value."""

DOCUMENT = 5_000_000
"""Bytes of a source's text."""

LINES = 300_000
"""Lines of a source's text."""

PASSAGE = 200_000
"""Characters of a paragraph of a source."""

MAX_DEPTH = 12
"""Fences nested deeper are not read; the checker says so."""

MARKS = 64
"""Combining marks one after another, which take time with the square of their number."""

BRACKETS = 1_000
"""Opening square brackets of a paragraph; a page may have twenty times as many."""

_HEADING = re.compile(r"^[ \t>]*+(?:#{1,6}(?=\s)|=+[ \t]*+$|-+[ \t]*+$)", re.MULTILINE)
_PARTS = ("\n", *"*_`|\\&{<~^#", "- ", "> ", "+ ", ". ", ") ")

HEADINGS = 2_000
"""Headings of a page."""

CELLS = 20_000
"""Cells of a page's tables; a row is filled up to the width of its table."""

RECORDS = 10_000
"""Records of a page."""

PARTS = 50_000
"""Lines of a page's text, and the marks in it: each can become an element of the page."""

OPTIONS = 200
"""Options of a record or another block."""


def is_long_name(path: str) -> bool:
    """Whether the name of a file, or of one of its folders, is longer than that."""
    if len(path) * 4 <= NAME:
        return False
    return any(len(part.encode("utf-8", "replace")) > NAME for part in path.split("/"))


def excess(page: Page) -> str | None:
    """What in a page is longer than the limits, in words; None where nothing is."""
    text = page.text
    if len(text) > PAGE:
        return f"it has more than {PAGE:,} characters"
    if len(text) <= VALUE and ("[" not in text or text.count("[") <= BRACKETS):
        return _too_many_cells(page) if "|" in text else None
    if text.count("[") > 20 * BRACKETS:
        return f"it has more than {20 * BRACKETS:,} brackets"
    for at, what, size, most in _sizes(page):
        if size > most:
            return f"{what} in line {page.line(at)} has more than {most:,} characters"
    for block in (*page.blocks, *(record.block for record in page.records)):
        if len(block.options) > OPTIONS:
            return f"the block in line {page.line(block.start)} has more than {OPTIONS} options"
    at = marks_at(text)
    if at >= 0:
        return f"line {page.line(at)} has more than {MARKS} combining marks in a row"
    for at, end in paragraphs(page):
        if end - at > RUN:
            return f"the paragraph in line {page.line(at)} has more than {RUN:,} characters"
        if text.count("[", at, end) > BRACKETS:
            return f"the paragraph in line {page.line(at)} has more than {BRACKETS:,} brackets"
    return _too_many(page) or _too_many_cells(page)


def _too_many(page: Page) -> str | None:
    """Whether a page would become more elements than a build makes in seconds."""
    text = page.text
    if len(page.records) > RECORDS:
        return f"it has more than {RECORDS:,} records"
    spans = [(begin, stop) for begin, stop, _ in page.stretches()]
    if sum(1 for span in spans for _ in _HEADING.finditer(text, *span)) > HEADINGS:
        return f"it has more than {HEADINGS:,} headings"
    parts = sum(text.count(mark, *span) for span in spans for mark in _PARTS)
    return f"it has more than {PARTS:,} lines and marks" if parts > PARTS else None


def _too_many_cells(page: Page) -> str | None:
    cells = 0
    for at, end in paragraphs(page):
        if page.text.find("|", at, end) >= 0:
            cells += _cells(page.text[at:end].split("\n"))
            if cells > CELLS:
                line = page.line(at)
                return f"the tables up to that in line {line} have more than {CELLS:,} cells"
    return None


def _cells(lines: list[str]) -> int:
    """The cells of a paragraph that is a table, once its short rows are filled up."""
    for at, line in enumerate(lines):
        bare = line.lstrip(" \t>*+0123456789.)")
        if "|" in bare and "-" in bare and not bare.strip("|:- \t\r"):
            return (bare.count("|") + 1) * (len(lines) - at)
    return 0


def has_too_many_lines(text: str) -> bool:
    """Whether a source's text has more lines than may be."""
    return sum(text.count(end) for end in "\n\r\f") > LINES


def document_excess(
    text: str, paragraphs: Callable[[], list[tuple[int, int]]]
) -> tuple[str, str] | None:
    """What in a source's text is longer than the limits: its kind, and how to say it."""
    if len(text) <= PASSAGE:
        return None
    for start, end in paragraphs():
        if end - start > PASSAGE:
            line = text.count("\n", 0, start) + 1
            says = f"has a paragraph of more than {PASSAGE:,} characters, from line {line} on"
            return "long-paragraph", says
    at = marks_at(text)
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        return "marks", f"has more than {MARKS} combining marks in a row, in line {line}"
    return None


def marks_at(text: str) -> int:
    """Where more combining marks stand one after another than may be, or -1."""
    if text.isascii():
        return -1
    marks = "".join(char for char in set(text) if unicodedata.combining(char))
    found = re.search(f"[{marks}]{{{MARKS + 1}}}", text) if marks else None
    return found.start() if found else -1


def _sizes(page: Page) -> Iterator[tuple[int, str, int, int]]:
    for block in page.blocks:
        yield block.argument_at, f"the title of {{{block.name}}}", len(block.argument), VALUE
        yield from _values(block)
    for record in page.records:
        yield record.block.argument_at, "the title", len(record.title), VALUE
        yield from _values(record.block)
        for quote in record.evidence:
            yield quote.at, "the quotation", len(quote.quote), RUN
            yield from _values(quote.block)


def _values(block: Block) -> Iterator[tuple[int, str, int, int]]:
    for option in block.options.values():
        yield option.name_at, f"the value of {option.name}", option.end - option.at, VALUE


def paragraphs(page: Page) -> Iterator[tuple[int, int]]:
    """The paragraphs of a page's text outside of blocks of code and evidence."""
    for begin, stop, _ in page.stretches():
        while begin < stop:
            end = page.text.find("\n\n", begin, stop)
            end = stop if end < 0 else end
            yield begin, end
            begin = end + 2
