"""Blocks of a page that the fast scan cannot read: Markdown parsed as MyST parses it.

Used where fences stand in lists or quotes, are indented, or follow front matter, and throughout
where the project's settings switch on more than records need; it finds the same blocks as
`scan.blocks` and, beside them, those that do not stand at column 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from policykb.markdown.grammar import PLAIN, Grammar
from policykb.markdown.page import Block, Extent
from policykb.markdown.scan import INFO, opening

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKER = re.compile(r":{3,}|`{3,}|~{3,}")
_MARKUP = re.compile(r"[`*_\[\]{&<\\~]")
_OUTER = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "footnote_reference_open": "note",
    "blockquote_open": "quote",
}


@cache
def parser(grammar: Grammar = PLAIN) -> MarkdownIt:
    """Markdown as the site's build reads it: MyST with colon fences and without raw HTML, and with
    what the project switches on."""
    return new_parser(grammar)


def new_parser(grammar: Grammar) -> MarkdownIt:
    """The same, made anew, to be changed. Settings that MyST refuses are those of no project."""
    from markdown_it.renderer import RendererHTML
    from myst_parser.config.main import MdParserConfig
    from myst_parser.parsers.mdit import create_md_parser

    try:
        config = MdParserConfig(
            enable_extensions=set(grammar.extensions),
            disable_syntax=sorted(grammar.disabled),
            **dict(grammar.more),
        )
        return create_md_parser(config, lambda md: RendererHTML(md))
    except (ValueError, TypeError):
        return new_parser(PLAIN)


def ended(text: str) -> str:
    """The text with a line feed at its end: MyST's block rules fail on a last line that is only a
    quote's mark."""
    return text if text.endswith("\n") else f"{text}\n"


def blocks(
    text: str, start: int, stop: int, outer: Block | None = None, grammar: Grammar = PLAIN
) -> Iterator[Block]:
    """Like `scan.blocks`, with ``where`` set on what does not stand at column 0; ``outer`` is the
    block in which the text is, which may stand in a list or a quote itself."""
    region = text[start:stop]
    around = outer.where if outer else ""
    starts = [0, *(match.end() for match in re.finditer("\n", region)), len(region)]

    def at(line: int) -> int:
        return start + starts[min(line, len(starts) - 1)]

    stack: list[str] = []
    for token in _block_tokens(bare(region, outer), grammar):
        if token.type in _OUTER:
            stack.append(_OUTER[token.type])
        elif token.type.replace("_close", "_open") in _OUTER and stack:
            stack.pop()
        if token.type not in ("fence", "colon_fence") or token.map is None:
            continue
        first, last = token.map
        begin, end = at(first), min(at(last), stop)
        line_end = text.find("\n", begin, stop)
        line_end = stop if line_end < 0 else line_end
        found = _MARKER.search(text, begin, line_end)
        marker_at = found.start() if found else begin
        where = _where([around, *stack]) or ("indent" if marker_at > begin else "")
        closed = last - first >= 2 and _is_closer(text[at(last - 1) : end], token.markup)
        if not closed and where in ("", "indent"):
            # To the end, with blank lines that the parser leaves out.
            end = stop
        content_stop = at(last - 1) if closed else end
        info = INFO.match(text, marker_at + len(token.markup), line_end)
        assert info is not None
        line = opening(begin, token.markup, info[1], info[2], info.start(2))
        inner = min(info.end(2) + 1, len(text))
        yield Block(text, line, Extent(inner, max(content_stop, inner), end, closed), where)


def _where(around: list[str]) -> str:
    """The thing that a block stands in, which tells how its lines begin: a quote, wherever there is
    one, else the innermost list."""
    return "quote" if "quote" in around else around[-1]


def bare(text: str, outer: Block | None) -> str:
    """The text of a block without what its lines begin with in a list or a quote."""
    return text if outer is None or not outer.where else _before(outer).sub("", text)


def lines(block: Block) -> Iterator[tuple[int, str]]:
    """The lines of a block's text in the same way, each with where it begins in the page."""
    at = block.body
    for line in block.text[block.body : block.stop].split("\n"):
        short = bare(line, block)
        yield at + len(line) - len(short), short
        at += len(line) + 1


def _before(block: Block) -> re.Pattern[str]:
    line = block.text.rfind("\n", 0, block.start) + 1
    width = block.text.index(block.marker, block.start) - line
    return re.compile(rf"^[ \t>]{{0,{width}}}", re.MULTILINE)


def words_of(line: str) -> str:
    """The words of a heading or term as MyST takes them: without markup, roles and images."""
    if _MARKUP.search(line) is None:
        return line
    (token,) = parser().parseInline(line)
    return "".join(
        child.content for child in token.children or () if child.type in ("text", "code_inline")
    )


def _block_tokens(region: str, grammar: Grammar) -> list[Token]:
    """The block tokens; inline content is left unread, since no fence is in it."""
    md = parser(grammar)
    from markdown_it.rules_block import StateBlock

    tokens: list[Token] = []
    text = ended(region).replace("\0", "\ufffd")
    md.block.tokenize(state := StateBlock(text, md, {}, tokens), 0, state.lineMax)
    return state.tokens


def _is_closer(line: str, marker: str) -> bool:
    bare = line.strip().lstrip("> \t")
    return len(bare) >= len(marker) and set(bare) == {marker[0]}
