"""Paragraphs of the lines of a document's pages.

A line begins a paragraph where the gap before it is wide, its letters are larger or smaller, it is
indented, or where its first word would have had room in the line before. Over a column or a page a
paragraph goes on as long as its sentence does.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from statistics import median

from policykb.documents import metadata
from policykb.documents.lines import HYPHEN, Line
from policykb.evidence.document.page_breaks import goes_on
from policykb.text.normalize import takes_space

_OTHER_SIZE = 0.12
_WIDE = 1.3
_INDENT = 0.6
_MARGIN = 0.16
"""The part of a page at each of its ends in which recurring lines are left out."""
_SHARED = 1.5
"""Points by which the edges of two lines of a column differ at most."""
_STRETCHED = 2.0
_MANY = 4
_NEAR = 6.0
_RECURS = 3
_SMALL = 0.94
_BULLET = re.compile(
    r"[•●▪◦‣・■□○◆◇–—]\s?\S|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[(（][0-9０-９一二三四五六七八九十]+[)）]"
)
_MARK = re.compile(r"(?<=[.!?。])\W?\d{1,3}\W?$")
"""A footnote's mark behind a sentence."""
_NOTE = re.compile(r"\W?\d{1,3}\W{0,2}\w|[*†‡]")
"""How a footnote begins."""
_NUMBER = re.compile(r"\W?(?:\d{1,3}|[a-z*†‡•])[.)]?$")
_SENTENCE = 30
_DIGITS = re.compile(r"[\u3040-\uffef].{0,9}[\d,，.．]$", re.DOTALL)
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(slots=True)
class Block:
    """A paragraph, or a row of a table; ``size`` is the height of its letters. It is ``indented``
    where its first line is, ``full`` where its last one is, and ``runs_on`` over the page."""

    lines: list[Line]
    size: float
    row: bool = False
    indented: bool = False
    full: bool = False
    runs_on: bool = False

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
        return _usual(chain.from_iterable(self.pages), 0)

    def text(self) -> str:
        """The text, a blank line between paragraphs and a form feed between pages."""
        parts: list[str] = []
        for number, page in enumerate(self.pages):
            parts.append("\f" if number else "")
            for index, block in enumerate(page):
                text = block.text(self.own_hyphens)
                after = page[index + 1] if index + 1 < len(page) else None
                parts += [text, "\n" if after and after.row and block.row else "\n\n"]
        runs_on = [bool(page) and page[-1].runs_on for page in self.pages]
        return _over_pages("".join(parts), runs_on, self.own_hyphens)


def laid_out(pages: list[list[Line]], heights: list[float], *, keep_heads: bool = False) -> Layout:
    """The paragraphs of pages of these heights."""
    heads = set() if keep_heads else _recurring(pages, heights)
    left_out: list[str] = []
    found = []
    for number, page in enumerate(pages):
        edge = [line for line in page if _is_at_edge(line, heights[number])]
        out = [line for line in edge if _key(line) in heads]
        kept = [line for line in page if line not in out]
        left_out += [line.text for line in out]
        found.append([list(_blocks(column)) for column in _columns(kept)])
    words = {
        word.lower() for page in pages for line in page for word in _HYPHENATED.findall(line.text)
    }
    return Layout(_together(found), left_out, frozenset(words))


def join(text: str, line: str, own: frozenset[str] = frozenset()) -> str:
    """A text with the next line of its paragraph: a word that the line parts is put together, and
    keeps its hyphen where it has one of its own."""
    if not text:
        return line
    if text.endswith((HYPHEN, "-", "‐")) and line[:1].isalpha() and text[-2:-1].isalpha():
        before, after = text[:-1].split()[-1], line.split()[0]
        whole = f"{before}-{after}".lower().rstrip('.,;:!?)”’"')
        letters = before[1:].isupper()
        capital = letters if line[0].islower() else not (letters and after.isupper())
        if after in metadata.between():
            return f"{text[:-1]}- {line}"
        return f"{text[:-1]}{'-' if whole in own or capital else ''}{line}"
    if text.endswith(HYPHEN):
        return f"{text[:-1]}-{line}"
    if line[0].isdigit() and _DIGITS.search(text[-11:]):
        return text + line
    return f"{text}{' ' if takes_space(text[-1], line[:1]) else ''}{line}"


def _over_pages(text: str, runs_on: list[bool], own: frozenset[str]) -> str:
    """A word that a page break parts stands whole on the first page, and a paragraph that runs
    over the break is one."""
    pages = text.split("\f")
    for index in range(len(pages) - 1):
        here, after = pages[index].rstrip(), pages[index + 1]
        if runs_on[index] and here.endswith((HYPHEN, "-", "‐")):
            word, space, rest = after.partition(" ")
            here, after = join(here, word, own), rest if space else ""
        pages[index], pages[index + 1] = here + ("\n" if runs_on[index] else "\n\n"), after
    return "\f".join(pages).replace(HYPHEN, "").rstrip() + "\n"


def _recurring(pages: list[list[Line]], heights: list[float]) -> set[tuple[str, int]]:
    """The lines that stand at the same place of at least three pages, or of both where there are
    two, numbers aside."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({_key(line) for line in page if _is_at_edge(line, height)})
    return {key for key, count in seen.items() if count >= min(_RECURS, max(2, len(pages)))}


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.across / _NEAR)


def _is_at_edge(line: Line, height: float) -> bool:
    place = abs(line.start if line.vertical else line.across)
    return place > height * (1 - _MARGIN) or place < height * _MARGIN


def _columns(page: list[Line]) -> Iterator[list[Line]]:
    """The columns of a page: each begins above the line before it."""
    return _split(page, lambda part, line: line.across < part[-1].across - part[-1].height / 2)


def _split(
    lines: Iterable[Line], parts: Callable[[list[Line], Line], bool]
) -> Iterator[list[Line]]:
    """The lines in parts; ``parts`` tells whether a line begins one behind those before it."""
    part: list[Line] = []
    for line in lines:
        if part and parts(part, line):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _together(pages: list[list[list[Block]]]) -> list[list[Block]]:
    """The blocks of each page: its columns one after the other, footnotes before a paragraph that
    goes on in the next one, which is put together where that is on the same page."""
    columns = [
        (number, _footnotes_first(column))
        for number, page in enumerate(pages)
        for column in page
        if column
    ]
    blocks = [block for _, column in columns for block in column if len(block.lines) > 1]
    indents = sum(block.indented for block in blocks) * 2 > len(blocks)
    found: list[list[Block]] = [[] for _ in pages]
    last = None
    for number, column in columns:
        if last is not None and _runs_on(last, column[0], indents):
            last.runs_on = not found[number]
            if found[number]:
                last.lines += column[0].lines
                last.full = column.pop(0).full
        found[number] += column
        last = found[number][-1]
    return found


def _runs_on(last: Block, first: Block, indents: bool) -> bool:
    """Whether a paragraph at the end of a column goes on at the beginning of the next one."""
    before, line = last.lines[-1], first.lines[0]
    if last.row or first.row or _differ(before, line):
        return False
    if before.text.endswith(HYPHEN):
        return True
    if indents and last.full and not first.indented:
        return True
    return goes_on(_MARK.sub("", before.text)) and not (
        _BULLET.match(line.text) or (indents and first.indented)
    )


def _blocks(column: list[Line]) -> Iterator[Block]:
    """The paragraphs of a column, in order."""
    _flatten(column)
    for part in _parts(column):
        alike = [line for line in column if not _differ(line, part[0])]
        left, right = _edge([one.start for one in alike]), _right([one.end for one in alike])
        begins = partial(_begins, leading=_leading(part), left=left, right=right)
        for block in _split(part, begins):
            yield from _closed(block, left, right)


def _edge(places: list[float]) -> float:
    """The first place that two lines share; else the first of all."""
    found = sorted(places)
    return next((one for one, other in pairwise(found) if other - one < _SHARED), found[0])


def _right(places: list[float]) -> float:
    """Where many lines end; else the last place that two share."""
    place, count = Counter(round(one) for one in places).most_common(1)[0]
    return place if count * _MANY >= len(places) > _MANY else -_edge([-one for one in places])


def _flatten(column: list[Line]) -> None:
    """A line with wide gaps between two without is no row of a table, nor is a sentence behind a
    number, or a line that its gaps make as long as the others."""
    right = _right([line.end for line in column])
    for line in column:
        if line.gap < _STRETCHED and abs(line.end - right) < _SHARED:
            line.cells = line.cells[:1]
    counts = [1, *(len(line.cells) for line in column), 1]
    for at, line in enumerate(column):
        numbered = len(line.cells) == 2 and _NUMBER.match(line.cells[0])
        if counts[at] == counts[at + 2] == 1 or (numbered and len(line.cells[1]) > _SENTENCE):
            line.cells = line.cells[:1]


def _closed(block: list[Line], left: float, right: float) -> Iterator[Block]:
    rows = [line for line in block if len(line.cells) > 1]
    if len(rows) > 1 and len(rows) * 2 > len(block):
        yield from (Block([line], line.height, row=len(line.cells) > 1) for line in block)
    else:
        first, last = block[0], block[-1]
        indented = first.start - left > _INDENT * first.height
        full = last.end > right - last.height
        yield Block(block, median(line.height for line in block), False, indented, full)


def _parts(column: list[Line]) -> Iterator[list[Line]]:
    """The lines of a column in parts of one size."""
    return _split(column, lambda part, line: _differ(part[-1], line) or line.end < part[0].start)


def _differ(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) > _OTHER_SIZE * max(one.height, other.height)


def _leading(column: list[Line]) -> float:
    """The least distance of most lines from the next."""
    steps = sorted(two.across - one.across for one, two in pairwise(column))
    return steps[len(steps) // 3] if steps else 0.0


def _begins(block: list[Line], line: Line, leading: float, left: float, right: float) -> bool:
    """Whether a line begins a paragraph."""
    before = block[-1]
    if line.height < _SMALL * before.height and _NOTE.match(line.text):
        return True
    if before.text.endswith(HYPHEN):
        return False
    if (len(before.cells) > 1) != (len(line.cells) > 1):
        return True
    if len(line.cells) > 1:
        return False
    step = line.across - before.across
    if step > max(leading * _WIDE, line.height * 0.5) and step > leading + 1.5:
        return True
    if _BULLET.match(line.text) and not (goes_on(before.text) and before.end > right - line.height):
        return True
    if line.start - left > _INDENT * line.height and before.start - left < line.height / 2:
        hangs = len(block) == 1 and _BULLET.match(before.text) is not None
        return not hangs or before.end < right - line.height * 2
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
    body, at = _usual(blocks, 1), len(blocks)
    while at and blocks[at - 1].size < _SMALL * body:
        at -= 1
    last = blocks[at - 1]
    if 0 < at < len(blocks) and goes_on(last.text(frozenset())) and not last.row:
        return [*blocks[: at - 1], *blocks[at:], last]
    return blocks


def _usual(blocks: Iterable[Block], digits: int) -> float:
    """The height of most letters, rounded."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.size, digits)] += sum(len(line.text) for line in block.lines)
    return max(sizes, key=lambda size: sizes[size], default=0.0)
