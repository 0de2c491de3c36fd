"""The paragraphs of a source.

A row of a table is a paragraph, and so are the short lines of a signature or of a table that was
flattened, each with a blank line after it.
"""

import re
from collections.abc import Iterator

from policykb.text.sentences import bare

Span = tuple[int, int]

_BREAK = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_LINE = re.compile(rf"{_BREAK}[^\S\r\n]*{_BREAK}\s*")
_BLANK_LINE_LF = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"[\r\n]\s*")
_SHORT, _FEW = 40, 3
"""A line of a signature or a cell is no longer, and no fewer stand together."""
_ENDED = tuple(".!?:;。！？：；,、")
_MARKS = ("#", "- ", "* ", "|", ">")


def paragraphs(text: str, separator: str = "blank-line") -> list[Span]:
    """Start and end offsets of each paragraph, white space at the ends left out, empty ones
    dropped. ``separator`` is ``blank-line`` or ``line``; the first paragraph has number 1."""
    if separator == "line":
        return list(_split(text, 0, len(text), _LINE))
    pattern = _BLANK_LINE if "\r" in text else _BLANK_LINE_LF
    blocks = _joined(text, list(_split(text, 0, len(text), pattern)))
    if "|" not in text:
        return blocks
    return [row for block in blocks for row in _rows(text, *block)]


def _split(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[Span]:
    return (span for span in _parts(text, low, high, pattern) if span[0] < span[1])


def _parts(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[Span]:
    start = low
    for match in pattern.finditer(text, low, high):
        yield bare(text, start, match.start())
        start = match.end()
    yield bare(text, start, high)


def _rows(text: str, low: int, high: int) -> Iterator[Span]:
    """The rows of a block that is a table; else the block."""
    lines = list(_split(text, low, high, _LINE))
    if len(lines) > 1 and all(text[at] == "|" == text[to - 1] for at, to in lines):
        yield from lines
    else:
        yield low, high


def _joined(text: str, blocks: list[Span]) -> list[Span]:
    """Blocks with short lines in a row as one."""
    found: list[Span] = []
    run: list[Span] = []
    for block in blocks:
        if _is_short(text, *block):
            run.append(block)
            continue
        found.extend(_closed(run))
        found.append(block)
        run = []
    return [*found, *_closed(run)]


def _closed(run: list[Span]) -> list[Span]:
    return [(run[0][0], run[-1][1])] if len(run) >= _FEW else run


def _is_short(text: str, low: int, high: int) -> bool:
    return (
        high - low <= _SHORT
        and "\n" not in text[low:high]
        and not text.endswith(_ENDED, low, high)
        and not text.startswith(_MARKS, low, high)
    )
