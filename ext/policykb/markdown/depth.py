"""How deeply things in a page may stand within one another: what reads and writes pages calls
itself for each level, and comes to an end at about a thousand."""

import re
from collections.abc import Iterator

from policykb.markdown.limits import paragraphs
from policykb.markdown.page import Page

WORDS = 50
"""Emphasis, links and the like around a word."""

LEVELS = 20
"""Quotes and lists around a text, of which each list counts twice: the parser's own limit, beyond
which it leaves the text out."""

_INDENTED = re.compile(
    r"\n(?=[ \t>*+\-0-9])(?:(?:[ \t]*(?:[>*+-]|[0-9]{1,9}[.)])(?=[ \t>*+-]|$)){8}|[ \t]{16})",
    re.MULTILINE,
)
_MARKS = re.compile(r"[*\[]|(?<![^\W_])_|_(?![^\W_])")
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})


def excess(page: Page) -> str | None:
    """Where words stand too deeply, completing “the page cannot be read: …”; None where they do
    not."""
    text = page.text
    if text.count("*") + text.count("_") + text.count("[") <= WORDS:
        return None
    for at, end in paragraphs(page):
        if _is_deep(text[at:end]):
            return f"more than {WORDS} marks stand within one another in line {page.line(at)}"
    return None


def _is_deep(text: str) -> bool:
    if sum(1 for _ in _MARKS.finditer(text)) <= WORDS:
        return False
    return _brackets(text) > WORDS or _emphasis(text) > WORDS


def _brackets(text: str) -> int:
    """How many brackets are open at once; those of code count as well."""
    depth = most = 0
    for mark in re.findall(r"\\[\s\S]|[\[\]]", text):
        depth = max(depth + {"[": 1, "]": -1}.get(mark, 0), 0)
        most = max(most, depth)
    return most


def _emphasis(text: str) -> int:
    """How many links and emphases are open at once, as MyST reads them."""
    from policykb.markdown.myst import parser

    depth = most = 0
    for token in parser().parse(f"{text}\n"):
        for child in token.children or ():
            depth += child.nesting
            most = max(most, depth)
    return most


def too_deep(page: Page) -> Iterator[int]:
    """Where the first list or quote begins that stands so deeply that its text is left out."""
    if _INDENTED.search(f"\n{page.text}") is None:
        return
    from policykb.markdown.myst import parser
    from policykb.markdown.tokens import parts

    for tokens, line in parts(parser(page.grammar), page.text, {}):
        for token in tokens:
            if token.map and token.level >= LEVELS - 1 and token.type in _CONTAINERS:
                yield page.line_start(line + token.map[0])
                return
