"""A block's options, read as MyST reads them, each with its place in the page.

Plain ``:name: value`` lines are split here; whatever else MyST's restricted YAML allows (quoted,
continued and block values, comments, a ``---`` block) goes through MyST's own tokenizer.
"""

import re
from collections.abc import Iterator
from sys import intern
from textwrap import dedent

from policykb.markdown.page import Block, Fault, Option, Page
from policykb.text.separators import READ_AS

_LINE = re.compile(r"[ \t]*:(?!::)[^\n]*")
_PLAIN_LINES = re.compile(r"(?::[A-Za-z_][A-Za-z0-9_-]*:(?: +[^\s'\"|>#][^\n]*| *)(?:\n|\Z))+")
_PAIR = re.compile(r":([A-Za-z_][A-Za-z0-9_-]*): *([^\n]*)")
_QUOTE_MARKS = re.compile(r"[ \t]*(?:>[ \t]?)+")
UNCLOSED = "not closed"
"""The fault of a ``---`` block that has no end."""

_ODD = frozenset("\0\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def is_odd(page: Page) -> bool:
    """Whether a page has characters that only MyST's own tokenizer reads as it does."""
    return "\t" in page.text or not _ODD.isdisjoint(page.unusual)


def read_options(text: str, block: Block, faults: list[Fault], odd: bool) -> bool:
    """Fill the options of a block and set ``block.body``; False where MyST would drop them all.
    ``odd`` is what `is_odd` says of the page."""
    start, stop = block.inner, block.stop
    if block.where == "quote":
        return _quoted_lines(text, block, faults)
    if text.startswith("---", start, stop):
        return _yaml_block(text, block, faults)
    found = _PLAIN_LINES.match(text, start, stop)
    at = found.end() if found else start
    if odd or text.find(" #", start, at) >= 0 or _LINE.match(text, at, stop) is not None:
        return _odd_lines(text, block, faults)
    block.body = at
    lines = text[start + 1 : at].rstrip("\n").split("\n:") if found else []
    values = block.values_found_by(_places)
    for line in lines:
        name, _, value = line.partition(":")
        values[intern(name)] = intern(value.strip(" "))
    if len(values) < len(lines):
        options: dict[str, Option] = {}
        for option in _plain_options(block):
            _put(options, option, faults)
    return True


def _places(block: Block) -> dict[str, Option]:
    return {option.name: option for option in _plain_options(block)}


def _plain_options(block: Block) -> Iterator[Option]:
    """The options of a block that has plain lines only, each with its place."""
    for found in _PAIR.finditer(block.text, block.inner, block.body):
        value = found[2].rstrip(" ")
        at = found.start(2) if value else found.end(1) + 1
        yield Option(intern(found[1]), value, found.start(1), at, at + len(value))


def _odd_lines(text: str, block: Block, faults: list[Fault]) -> bool:
    at, stop = block.inner, block.stop
    pieces = []
    while (line := _LINE.match(text, at, stop)) is not None:
        shift = text.index(":", at) + 1
        pieces.append((shift, text[shift : line.end()].translate(READ_AS)))
        at = min(line.end() + 1, stop)
    block.body = at
    return _tokens(block, pieces, faults)


def _quoted_lines(text: str, block: Block, faults: list[Fault]) -> bool:
    """The options of a block in a quote, whose lines begin with the quote's marks."""
    at, stop = block.inner, block.stop
    pieces: list[tuple[int, str]] = []
    yaml = False
    while at < stop:
        mark = _QUOTE_MARKS.match(text, at, stop)
        begin = mark.end() if mark else at
        following = _next_line(text, at, stop)
        line = text[begin:following].rstrip("\n")
        if line.startswith("---") and (yaml or at == block.inner):
            if yaml:
                at = following
                break
            yaml = True
        elif yaml:
            pieces.append((begin, line.translate(READ_AS)))
        elif _LINE.fullmatch(line):
            shift = line.index(":") + 1
            pieces.append((begin + shift, line[shift:].translate(READ_AS)))
        else:
            break
        at = following
    block.body = at
    return _tokens(block, pieces, faults)


def _next_line(text: str, at: int, stop: int) -> int:
    end = text.find("\n", at, stop)
    return stop if end < 0 else end + 1


def _put(options: dict[str, Option], option: Option, faults: list[Fault]) -> None:
    if option.name in options:
        end = option.name_at + len(option.name)
        faults.append(Fault("repeated-option", option.name_at, end, None, option.name))
    options[option.name] = option


def _yaml_block(text: str, block: Block, faults: list[Fault]) -> bool:
    at = _next_line(text, block.inner, block.stop)
    block.body = block.stop
    lines: list[tuple[int, str]] = []
    closed = False
    while at < block.stop and not closed:
        following = _next_line(text, at, block.stop)
        line = text[at:following].removesuffix("\n")
        closed = line.startswith("---")
        if closed:
            rest = line.lstrip("-").removeprefix(" ")
            block.body = at + len(line) - len(rest) if rest else following
        else:
            lines.append((at, line.translate(READ_AS)))
        at = following
    before = len(faults)
    read = _tokens(block, _dedented(lines), faults)
    if closed or (read and _only_options(text, block)):
        return read
    faults[before:] = [_unclosed(text, block)]
    return False


def _dedented(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines without the spaces with which all of them begin."""
    flat = dedent("\n".join(line for _, line in lines)).split("\n")
    return [
        (begin + len(line) - len(short) if short else begin, short)
        for (begin, line), short in zip(lines, flat, strict=False)
    ]


def _unclosed(text: str, block: Block) -> Fault:
    """The fault of a ``---`` block without an end; the text begins after its first empty line."""
    block.fill({})
    empty = text.find("\n\n", block.inner, block.stop)
    if empty >= 0:
        block.body = empty + 2
    end = _next_line(text, block.inner, block.stop)
    return Fault("void-options", block.inner, end - 1, None, UNCLOSED)


def _only_options(text: str, block: Block) -> bool:
    """Whether a ``---`` block without an end, which MyST reads as far as the fence, has no text in
    it."""
    if "\n\n" in text[block.inner : block.stop].rstrip():
        return False
    return all(name.isidentifier() for name in block.values)


def _tokens(block: Block, pieces: list[tuple[int, str]], faults: list[Fault]) -> bool:
    """Options from MyST's tokenizer; ``pieces`` are the block's lines with their offsets."""
    if not pieces:
        return True
    from policykb.markdown.option_tokens import read

    found, wrong = read(pieces)
    if found is None:
        faults += wrong
        return False
    options: dict[str, Option] = {}
    for option in found:
        _put(options, option, faults)
    block.fill(options)
    faults += wrong
    return True
