"""Every link, image and definition of a page as MyST's own parser finds them.

Slower than `inline`, which sees all but the odd ones: nested brackets, definitions in quotes,
images by reference. Used where a page may hold one of those.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from policykb.parse.page import Page
from policykb.parse.reader import MAX_DEPTH, VERBATIM

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Target(NamedTuple):
    """Where something leads: ``kind`` as in `inline`, ``text`` the address once decoded, and where
    it stands in the page, or the line where it is written otherwise."""

    kind: str
    text: str
    start: int
    end: int


def may_miss(page: Page) -> bool:
    """Whether the quick reading of a page may have missed a link, image or definition."""
    text = page.text
    written = text.count("](") + text.count("]:")
    if not written:
        return False
    read = [item for item, _ in page.inlines if item.kind in ("link", "image", "definition")]
    return written > len(read) or any(item.kind == "definition" for item in read)


def targets(page: Page) -> Iterator[Target]:
    """Everything in the page that leads somewhere, each once."""
    env: dict[str, Any] = {}
    # Twice: a definition may stand in a note behind the words that refer to it.
    list(_walk(page, page.text, 0, env, 0))
    yield from dict.fromkeys(_walk(page, page.text, 0, env, 0))
    for reference in env.get("references", {}).values():
        yield _place(page, "definition", reference["href"], *reference["lines"])


@cache
def _parser() -> MarkdownIt:
    """The parser of the build, which here also keeps the addresses it would refuse."""
    from policykb.parse.odd import new_parser

    md = new_parser()
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    return md


def _walk(page: Page, text: str, line: int, env: dict[str, Any], depth: int) -> Iterator[Target]:
    tokens = _parser().parse(text, env)
    for reference in env.get("references", {}).values():
        first, last = reference["map"]
        reference.setdefault("lines", (line + first, line + last))
    for token in tokens:
        if token.map is None:
            continue
        first, last = line + token.map[0], line + token.map[1]
        if token.type == "inline":
            for kind, address in _addresses(token):
                yield _place(page, kind, address, first, last)
        elif token.type in ("fence", "colon_fence") and depth <= MAX_DEPTH:
            name = token.info.strip().partition("}")[0].removeprefix("{")
            if name not in VERBATIM and name != "evidence" and token.info.strip()[:1] == "{":
                yield from _walk(page, token.content, first + 1, env, depth + 1)
                yield from _walk(page, token.info.partition("}")[2], first, env, depth + 1)


def _addresses(token: Token) -> Iterator[tuple[str, str]]:
    for child in token.children or ():
        if child.type == "link_open" and child.info != "auto":
            yield "link", str(child.attrs["href"])
        elif child.type == "image":
            yield "image", str(child.attrs["src"])
            yield from _addresses(child)


def _place(page: Page, kind: str, address: str, first: int, last: int) -> Target:
    begin, stop = page.line_start(first), page.line_start(last)
    for words in dict.fromkeys((address, unquote(address))):
        at = page.text.find(words, begin, stop) if words else -1
        if at >= 0:
            return Target(kind, unquote(address), at, at + len(words))
    return Target(kind, unquote(address), begin, page.line_end(begin))
