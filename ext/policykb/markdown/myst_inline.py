"""What stands in a page's lines as MyST's own parser finds it: links, images, roles, raw HTML.

Slower than `inline`, which sees all but the odd ones: nested brackets, definitions in quotes,
images by reference, backticks that pair otherwise. Used where a page may hold one of those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from policykb.markdown.blocks import MAX_DEPTH, PAGES, VERBATIM
from policykb.markdown.myst import ended
from policykb.markdown.page import Found, Page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ADDRESS = re.compile(r"\]\(|\]:")
_ROLE = re.compile(r"\{[A-Za-z_+:.\-][\w+:.\-]*\}`")
_TAG = re.compile(r"<[A-Za-z/!?]")
_HINTS = (
    ("]", _ADDRESS, frozenset({"link", "image", "definition"})),
    ("}`", _ROLE, frozenset({"role"})),
    ("<", _TAG, frozenset({"html", "auto"})),
)
"""What is looked for first, since it costs next to nothing; what looks like one; what it is."""


def missed(page: Page, *kinds: str) -> list[Found]:
    """What of these kinds, of which all look alike, the quick reading of a page did not see, each
    once."""
    mark, pattern, alike = next(hint for hint in _HINTS if kinds[0] in hint[2])
    if mark not in page.text:
        return []
    read = [item.kind for item, _ in page.inlines if item.kind in alike]
    if page.text.count(mark) <= len(read) and "definition" not in read:
        return []
    written = sum(1 for _ in pattern.finditer(page.text))
    if written and (written > len(read) or "definition" in read):
        return list(_missed(page, kinds))
    return []


def _missed(page: Page, kinds: Collection[str]) -> Iterator[Found]:
    read = [item for item, _ in page.inlines if item.kind in kinds]
    seen = {decoded(item.name if item.kind == "role" else item.text) for item in read}
    places = {item.start for item in read}
    if page.exact is None:
        page.exact = _everything(page)
    for one in page.exact:
        known = one.start in places if one.kind == "html" else one.text in seen
        if one.kind in kinds and not known:
            yield one


def decoded(address: str) -> str:
    """An address without entities and percent signs."""
    import html

    return unquote(html.unescape(address))


def _everything(page: Page) -> list[Found]:
    env: dict[str, Any] = {}
    if "]:" in page.text:
        # First the definitions: one may stand in a note behind the words that refer to it.
        list(_walk(_parser(False), page, page.text, 0, env, 0))
    found = list(_walk(_parser(False), page, page.text, 0, env, 0))
    for reference in env.get("references", {}).values():
        found.append(_place(page, "definition", reference["href"], *reference["lines"]))
    if _TAG.search(page.text):
        found += [
            one for one in _walk(_parser(True), page, page.text, 0, {}, 0) if one.kind == "html"
        ]
    return list(dict.fromkeys(found))


@cache
def _parser(html: bool) -> MarkdownIt:
    """The parser of the build, which here keeps the addresses it would refuse; and another that
    reads raw HTML as such."""
    from policykb.markdown.myst import new_parser

    md = new_parser()
    md.disable(["emphasis", "strikethrough"], ignoreInvalid=True)
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    if html:
        md.enable(["html_block", "html_inline"])
        md.options["html"] = True
    return md


def _walk(
    md: MarkdownIt, page: Page, text: str, line: int, env: dict[str, Any], depth: int
) -> Iterator[Found]:
    for tokens, begin in parts(md, text, env, line, depth):
        for token in tokens:
            if token.map is None:
                continue
            first, last = begin + token.map[0], begin + token.map[1]
            if token.type == "inline":
                for kind, words in _inline(token):
                    yield _place(page, kind, words, first, last)
            elif token.type == "html_block":
                yield _place(page, "html", token.content.strip().split("\n")[0], first, last)


def parts(
    md: MarkdownIt, text: str, env: dict[str, Any], line: int = 0, depth: int = 0
) -> Iterator[tuple[list[Token], int]]:
    """The tokens of a text and of all blocks of text within it, each with the line on which it
    begins, counted from 0. Definitions of links in ``env`` get the ``lines`` of the page they are
    on."""
    tokens = md.parse(ended(text), env)
    for reference in (*env.get("references", {}).values(), *env.get("duplicate_refs", ())):
        first, last = reference["map"]
        reference.setdefault("lines", (line + first, line + last))
    yield tokens, line
    for token in tokens:
        if token.type in ("fence", "colon_fence") and token.map and depth <= MAX_DEPTH:
            begin = line + token.map[0]
            name, _, argument = token.info.strip().removeprefix("{").partition("}")
            if not token.info.strip().startswith("{"):
                if token.type == "colon_fence":
                    yield from parts(md, token.content, env, begin + 1, depth + 1)
            elif name not in VERBATIM and name not in ("evidence", PAGES):
                yield from parts(md, argument, env, begin, depth + 1)
                yield from parts(md, token.content, env, begin + 1, depth + 1)


def _inline(token: Token) -> Iterator[tuple[str, str]]:
    for child in token.children or ():
        if child.type == "link_open" and child.info != "auto":
            yield "link", str(child.attrs["href"])
        elif child.type == "image":
            yield "image", str(child.attrs["src"])
            yield from _inline(child)
        elif child.type == "myst_role":
            yield "role", child.meta["name"]
        elif child.type == "html_inline":
            yield "html", child.content


def _place(page: Page, kind: str, words: str, first: int, last: int) -> Found:
    begin, stop = page.line_start(first), page.line_start(last)
    text = words if kind in ("role", "html") else unquote(words)
    for written in dict.fromkeys((words, text)):
        at = page.text.find(written, begin, stop) if written else -1
        if at >= 0:
            return Found(kind, text, at, at + len(written))
    return Found(kind, text, begin, page.line_end(begin))
