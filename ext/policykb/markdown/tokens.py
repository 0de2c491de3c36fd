"""The tokens of a page and of all blocks of text within it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policykb.markdown.forms import PAGES, VERBATIM
from policykb.markdown.limits import MAX_DEPTH
from policykb.markdown.myst import ended

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


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
