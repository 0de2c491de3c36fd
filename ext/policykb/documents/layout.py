"""Paragraphs of the lines of a document's pages.

A line begins a paragraph where the gap before it is wide, its letters are larger or smaller, it is
indented, or where its first word would have had room in the line before. Over a column or a page a
paragraph goes on as long as its sentence does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policykb.documents.lines import HYPHEN, Line
from policykb.evidence.document.page_breaks import goes_on
from policykb.text.normalize import takes_space

_OTHER_SIZE = 0.12
_WIDE = 1.3
_INDENT = 0.8
_MARGIN = 0.14
"""The part of a page at each of its ends in which recurring lines are left out."""
_NEAR = 6.0
_RECURS = 3
_SMALL = 0.92
_BULLET = re.compile(
    r"[•●▪◦‣・■□○◆◇–—]\s?\S|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[(（][0-9０-９一二三四五六七八九十]+[)）]"
)
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(slots=True)
class Block:
    """A paragraph, or a row of a table; ``size`` is the height of its letters."""

    lines: list[Line]
    size: float
    row: bool = False

    def text(self, joined: frozenset[str]) -> str:
        """The paragraph in one line; ``joined`` are the words that have a hyphen of their own."""
        if self.row:
            return f"| {' | '.join(self.lines[0].cells)} |"
        text = ""
        for line in self.lines:
            text = join(text, line.text, joined)
        return text


@dataclass(slots=True)
class Layout:
    """The blocks of every page, and the lines that recur on the pages and are left out."""

    pages: list[list[Block]]
    left_out: list[str]
    own_hyphens: frozenset[str]

    @property
    def body(self) -> float:
        """The height of most letters."""
        sizes: Counter[float] = Counter()
        for block in (block for page in self.pages for block in page):
            sizes[round(block.size)] += sum(len(line.text) for line in block.lines)
        return sizes.most_common(1)[0][0] if sizes else 0.0

    def text(self) -> str:
        """The text, a blank line between paragraphs and a form feed between pages."""
        parts: list[str] = []
        for number, page in enumerate(self.pages):
            parts.append("\f" if number else "")
            for index, block in enumerate(page):
                text = block.text(self.own_hyphens)
                after = page[index + 1] if index + 1 < len(page) else None
                parts += [text, "\n" if after and after.row and block.row else "\n\n"]
        return _over_pages("".join(parts), self.own_hyphens)


def laid_out(pages: list[list[Line]], heights: list[float], *, keep_heads: bool = False) -> Layout:
    """The paragraphs of pages of these heights."""
    heads = set() if keep_heads else _recurring(pages, heights)
    left_out: list[str] = []
    found = []
    for number, page in enumerate(pages):
        kept = [line for line in page if not _is_head(line, heights[number], heads)]
        left_out += [line.text for line in page if line not in kept]
        found.append(_footnotes_first(list(_blocks(kept))))
    words = {
        word.lower() for page in pages for line in page for word in _HYPHENATED.findall(line.text)
    }
    return Layout(found, left_out, frozenset(words))


def join(text: str, line: str, own: frozenset[str] = frozenset()) -> str:
    """A text with the next line of its paragraph: a word that the line parts is put together, and
    keeps its hyphen where it has one of its own."""
    if not text:
        return line
    if text.endswith((HYPHEN, "-", "‐")) and line[:1].isalpha() and text[-2:-1].isalpha():
        before, after = text[:-1].split()[-1], line.split()[0]
        whole = f"{before}-{after}".lower().rstrip('.,;:!?)”’"')
        keeps = text[-1] != HYPHEN and (whole in own or not line[0].islower())
        keeps = keeps or (text[-1] == HYPHEN and (whole in own or line[0].isupper()))
        return f"{text[:-1]}{'-' if keeps else ''}{line}"
    return f"{text}{' ' if takes_space(text[-1], line[:1]) else ''}{line}"


def _over_pages(text: str, own: frozenset[str]) -> str:
    """A word that a page break parts stands whole on the first page, and a sentence that runs over
    the break in one paragraph."""
    pages = text.split("\f")
    for index in range(len(pages) - 1):
        here, after = pages[index].rstrip(), pages[index + 1]
        if here.endswith((HYPHEN, "-", "‐")) and after[:1].isalpha():
            word, space, rest = after.partition(" ")
            here, after = join(here, word, own), rest if space else ""
        runs = goes_on(here) and after[:1] not in ("", "|")
        pages[index], pages[index + 1] = here + ("\n" if runs else "\n\n"), after
    return "\f".join(pages).replace(HYPHEN, "").rstrip() + "\n"


def _recurring(pages: list[list[Line]], heights: list[float]) -> set[tuple[str, int]]:
    """The lines that stand at the same place of at least three pages, numbers aside."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({_key(line) for line in page if _is_at_edge(line, height)})
    return {key for key, count in seen.items() if count >= _RECURS}


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.across / _NEAR)


def _is_at_edge(line: Line, height: float) -> bool:
    place = abs(line.start if line.vertical else line.across)
    return place > height * (1 - _MARGIN) or place < height * _MARGIN


def _is_head(line: Line, height: float, heads: set[tuple[str, int]]) -> bool:
    return _is_at_edge(line, height) and _key(line) in heads


def _blocks(page: list[Line]) -> Iterator[Block]:
    """The paragraphs of a page, in order."""
    block: list[Line] = []
    for column in _columns(page):
        leading = _leading(column)
        left, right = min(one.start for one in column), max(one.end for one in column)
        for line in column:
            if block and _begins(block, line, leading, left, right, line is column[0]):
                yield from _closed(block)
                block = []
            block.append(line)
    yield from _closed(block)


def _closed(block: list[Line]) -> Iterator[Block]:
    rows = [line for line in block if len(line.cells) > 1]
    if len(rows) > 1 and len(rows) * 2 > len(block):
        yield from (Block([line], line.height, row=len(line.cells) > 1) for line in block)
    elif block:
        yield Block(block, median(line.height for line in block))


def _columns(page: list[Line]) -> Iterator[list[Line]]:
    """The lines of a page in parts that go on in one direction at one width and in one size."""
    part: list[Line] = []
    for line in page:
        if part and (_jumps(part[-1], line) or line.end < part[0].start):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _jumps(one: Line, other: Line) -> bool:
    """Whether a line stands before the one before it: at the top of the next column; or in letters
    of another size."""
    return other.across < one.across - one.height / 2 or _differ(one, other)


def _differ(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) > _OTHER_SIZE * max(one.height, other.height)


def _leading(column: list[Line]) -> float:
    """The least distance of most lines from the next."""
    steps = sorted(two.across - one.across for one, two in pairwise(column))
    return steps[len(steps) // 3] if steps else 0.0


def _begins(
    block: list[Line], line: Line, leading: float, left: float, right: float, first: bool
) -> bool:
    """Whether a line begins a paragraph."""
    before = block[-1]
    if _differ(before, line) or (len(before.cells) > 1) != (len(line.cells) > 1):
        return True
    if len(line.cells) > 1:
        return False
    if first:
        return not goes_on(before.text) or _BULLET.match(line.text) is not None
    step = line.across - before.across
    if step > max(leading * _WIDE, line.height * 0.5) and step > leading + 1.5:
        return True
    if _BULLET.match(line.text) and not (goes_on(before.text) and before.end > right - line.height):
        return True
    if line.start - left > _INDENT * line.height and before.start - left < line.height / 2:
        return len(block) > 1 or before.end < right - line.height * 2
    return _had_room(before, line, right)


def _had_room(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have had room in the line before it."""
    words = line.text.split()
    if before.text.endswith((HYPHEN, "-")) or not words:
        return False
    share = len(words[0]) if line.text.isascii() or takes_space(line.text[0], line.text[1:2]) else 2
    width = (line.end - line.start) / max(len(line.text), 1) * (share + 1)
    return right - before.end > width + line.height / 2


def _footnotes_first(blocks: list[Block]) -> list[Block]:
    """The blocks of a page, small ones at its end before the last paragraph where that goes on
    over the page."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        sizes[round(block.size)] += sum(len(line.text) for line in block.lines)
    body = max(sizes, key=lambda size: sizes[size], default=0)
    at = len(blocks)
    while at and blocks[at - 1].size < _SMALL * body:
        at -= 1
    if (
        0 < at < len(blocks)
        and goes_on(blocks[at - 1].text(frozenset()))
        and not blocks[at - 1].row
    ):
        return [*blocks[: at - 1], *blocks[at:], blocks[at - 1]]
    return blocks
