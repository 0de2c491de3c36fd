"""What stands in a page's lines as MyST's own parser finds it: links, images, roles, code, tags.

Slower than `inline`, which reads alike whatever is not odd. Used where a page has something odd
(`odd_lines`), and throughout where the project's settings switch on more than records need.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from policykb.markdown import inline
from policykb.markdown.forms import PAGES, VERBATIM
from policykb.markdown.inline import Inline
from policykb.markdown.limits import MAX_DEPTH
from policykb.markdown.myst import bare, ended
from policykb.text.separators import READ_AS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from policykb.markdown.grammar import Grammar
    from policykb.markdown.page import Block, Owned, Page, RawRecord

Span = tuple[int, int]

_ROLE = re.compile(r"\{([^}]+)\}(`+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{1,31}:")
_MATH = ("math_inline", "math_inline_double")
_MATH_BLOCKS = ("math_block", "math_block_label", "amsmath")


def decoded(address: str) -> str:
    """An address without entities and percent signs."""
    import html

    return unquote(html.unescape(address))


def inlines(page: Page) -> list[Owned]:
    """Everything of note in the lines of a page, in order, with the record it is in."""
    read = _Reader(page)
    if "]:" in page.text:
        # First the definitions: one may stand in a note behind the words that refer to it.
        read.whole()
        read.found.clear()
    read.whole()
    read.definitions()
    return sorted(read.found, key=lambda one: one[0].start)


class _Reader:
    """Finds what stands in one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.md = _parser(page.grammar)
        self.env: dict[str, Any] = {}
        self.found: list[Owned] = []
        self.owners: dict[int, RawRecord | None] = {}
        """By the line of their definition, counted from 0: the records that links are defined
        in."""
        self.blocks: dict[int, Block] = {one.start: one for one in page.blocks}
        self.records = {record.block.start: record for record in page.records}
        self.quotes = {one.block.start for record in page.records for one in record.evidence}
        self.quotes |= {one.start for one in page.faults if one.kind == "stray-evidence"}

    def whole(self) -> None:
        """Read the page, and of its blocks the words behind their names."""
        self.region(self.page.text, 0, None, 0)
        for block in self.page.blocks:
            self.line(block.argument, block.argument_at)

    def line(self, text: str, at: int) -> None:
        """Read a line that begins at an offset."""
        for token in self.md.parseInline(text.translate(READ_AS), self.env):
            self.inline(token.children or [], lambda index: at + index, None)

    def region(self, text: str, line: int, owner: RawRecord | None, depth: int) -> None:
        """Read the text of a block that begins on a line."""
        known = len(self.env.get("references", ()))
        tokens = self.md.parse(ended(text).translate(READ_AS), self.env)
        for reference in list(self.env.get("references", {}).values())[known:]:
            reference["line"] = line + reference["map"][0]
            self.owners[reference["line"]] = owner
        cell = (-1, 0)
        for token in tokens:
            if token.map is None:
                continue
            first = line + token.map[0]
            if token.type == "inline":
                at = cell[1] if cell[0] == first else 0
                places = _places(self.page, token.content, first, at)
                cell = first, places(len(token.content)) - self.page.line_start(first)
                self.inline(token.children or [], places, owner)
            elif token.type == "myst_line_comment":
                self.comments(first, line + token.map[1], owner)
            elif token.type == "footnote_reference_open":
                self.note(token.meta["label"], first, owner)
            elif token.type in _MATH_BLOCKS:
                end = self.page.line_start(line + token.map[1])
                self.add("math", self.page.line_start(first), end, "", 0, owner)
            elif token.type in ("fence", "colon_fence") and depth <= MAX_DEPTH:
                self.fence(token, first, owner, depth)

    def fence(self, token: Token, first: int, owner: RawRecord | None, depth: int) -> None:
        """Read what stands in a block, unless it is code or a quotation."""
        start = self.page.line_start(first)
        record = self.records.get(start)
        block = record.block if record else self.blocks.get(start)
        if block is None:
            if token.type == "colon_fence" and start not in self.quotes:
                self.region(token.content, first + 1, owner, depth + 1)
        elif block.name not in VERBATIM and block.name != PAGES:
            text = bare(self.page.text[block.body : block.stop], block)
            self.region(text, self.page.line(block.body) - 1, record or owner, depth + 1)

    def inline(
        self, children: list[Token], place: Callable[[int], int], owner: RawRecord | None
    ) -> None:
        """Note what stands in the content of one token; ``place`` gives the offset in the page."""
        for child in children:
            found = child.meta.get("found")
            if found is not None:
                self.found.append((_placed(found, place, self.page.text), owner))
            if child.type == "image":
                begin = found.span[0] + 2 if found is not None else 0
                self.inline(child.children or [], _behind(place, begin), owner)

    def note(self, label: str, row: int, owner: RawRecord | None) -> None:
        """Note the name of a footnote before its text."""
        start = self.page.line_start(row)
        at = self.page.text.find(f"[^{label}]", start, self.page.line_end(start))
        if at >= 0:
            self.add("note", at, at + len(label) + 3, label, at + 2, owner)

    def comments(self, first: int, stop: int, owner: RawRecord | None) -> None:
        """Note the comment lines among some."""
        for row in range(first, stop):
            start = self.page.line_start(row)
            end = self.page.line_end(start)
            at = self.page.text.find("%", start, end)
            if at >= 0:
                self.add("comment", start, end, self.page.text[at + 1 : end], at + 1, owner)

    def definitions(self) -> None:
        """Note where links are defined."""
        for label, reference in self.env.get("references", {}).items():
            start = self.page.line_start(reference["line"])
            found = inline.definition(self.page.text, start, label)
            if found is not None:
                self.found.append((found, self.owners[reference["line"]]))

    def add(
        self, kind: str, start: int, end: int, text: str, at: int, owner: RawRecord | None
    ) -> None:
        self.found.append((Inline(kind, start, end, text, at), owner))


def _placed(found: Read, place: Callable[[int], int], text: str) -> Inline:
    """What was read in a token's content, at its place in the page's text."""
    at, stop = place(found.inner[0]), place(found.inner[1])
    shown = (place(found.shown[0]), place(found.shown[1])) if found.shown else (0, 0)
    words = text[at:stop] if found.text is None else found.text
    return Inline(
        found.kind, place(found.span[0]), place(found.span[1]), words, at, found.name, shown
    )


def _places(page: Page, content: str, first: int, cursor: int) -> Callable[[int], int]:
    """Where in the page each character of an inline token's content stands; the token begins on
    line ``first``, of which what stands before ``cursor`` belongs to another cell of a table."""
    starts: list[int] = []
    offsets: list[int] = []
    at = 0
    for row, words in enumerate(content.split("\n")):
        begin = page.line_start(first + row)
        line = page.text[begin : page.line_end(begin)]
        column = line.find(words, cursor) if row == 0 else -1
        if row or not cursor:
            bare_line = line.rstrip()
            ends = bare_line.endswith(words.rstrip())
            column = len(bare_line) - len(words.rstrip()) if ends else line.find(words)
        starts.append(at)
        offsets.append(begin + max(column, 0))
        at += len(words) + 1

    def place(index: int) -> int:
        row = bisect_right(starts, index) - 1
        return min(offsets[row] + index - starts[row], len(page.text))

    return place


def _behind(place: Callable[[int], int], begin: int) -> Callable[[int], int]:
    """The places of a part of a content, which begins there."""
    return lambda index: place(begin + index)


@cache
def _parser(grammar: Grammar) -> MarkdownIt:
    """The parser of the build, which here keeps the addresses it would refuse, and tells of each
    thing where it stands in the token's content."""
    from policykb.markdown.myst import new_parser

    md = new_parser(grammar)
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    ruler = md.inline.ruler
    for rule in list(ruler.__rules__):
        ruler.at(rule.name, _telling(rule.fn))
    ruler.after("autolink", "tag", _tag)
    return md


Rule = Callable[["StateInline", bool], bool]


def _telling(rule: Rule) -> Rule:
    """A rule of the parser that notes in its first token where what it read stands."""

    def telling(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            made = state.tokens[known:]
            token = next((one for one in made if one.type in _READERS), None)
            if token is not None and "found" not in token.meta:
                found = _READERS[token.type](state, token, start)
                if found is not None:
                    token.meta["found"] = found
        return True

    return telling


class Read(NamedTuple):
    """A thing as the parser read it in a token's content: where it stands, where its text does, a
    role's name, where the words stand that it shows; ``text`` where that is written elsewhere."""

    kind: str
    span: Span
    inner: Span
    name: str = ""
    shown: Span | None = None
    text: str | None = None


def _role(state: StateInline, token: Token, start: int) -> Read:
    match = _ROLE.match(state.src, start)
    assert match is not None
    return Read("role", (start, state.pos), (match.end(), state.pos - len(match[2])), match[1])


def _code(state: StateInline, token: Token, start: int) -> Read:
    width = len(token.markup)
    return Read("code", (start, state.pos), (start + width, state.pos - width))


def _math(state: StateInline, token: Token, start: int) -> Read:
    return Read("math", (start, state.pos), (start, start))


def _entity(state: StateInline, token: Token, start: int) -> Read | None:
    if token.info != "entity" or state.src[start : start + 2] != "&#":
        return None
    return Read("entity", (start, state.pos), (start, state.pos))


def _note(state: StateInline, token: Token, start: int) -> Read:
    return Read("note", (start, state.pos), (start + 2, state.pos - 1))


def _link(state: StateInline, token: Token, start: int) -> Read | None:
    """A link with its address beside it, or an address in angle brackets; one that is defined
    elsewhere is looked at there."""
    if token.info == "auto":
        edge = state.src[start] == "<"
        inner = start + edge, state.pos - edge
        is_address = _SCHEME.match(state.src, *inner) is not None
        return Read("auto", (start, state.pos), inner) if is_address else None
    before = state.md.helpers.parseLinkLabel(state, start, True)
    target = _target(state, before + 1)
    if target is None:
        return None
    return Read("link", (start, state.pos), target, "", (start + 1, before))


def _image(state: StateInline, token: Token, start: int) -> Read:
    """An image, wherever its address stands: as an image it may not be what it may be as a link."""
    before = state.md.helpers.parseLinkLabel(state, start + 1, False)
    target, words = _target(state, before + 1), None
    if target is None:
        target, words = (start, state.pos), str(token.attrs["src"])
    return Read("image", (start, state.pos), target, "", (start + 2, before), words)


def _target(state: StateInline, at: int) -> Span | None:
    """Where the address stands in the parentheses that open at a place, if they do."""
    if at >= state.pos or state.src[at] != "(":
        return None
    at += 1
    while state.src[at].isspace():
        at += 1
    stop = state.md.helpers.parseLinkDestination(state.src, at, state.posMax).pos
    angle = state.src[at] == "<"
    return at + angle, max(stop - angle, at + angle)


def _tag(state: StateInline, silent: bool) -> bool:
    """Read nothing, but tell where a tag would stand if pages had HTML."""
    found = None if silent else inline.TAG.match(state.src, state.pos)
    if found is not None:
        state.push("tag", "", 0).meta["found"] = Read("html", found.span(), found.span())
    return False


_READERS: dict[str, Callable[[StateInline, Token, int], Read | None]] = {
    "myst_role": _role,
    "code_inline": _code,
    "footnote_ref": _note,
    "text_special": _entity,
    "link_open": _link,
    "image": _image,
    **dict.fromkeys(_MATH, _math),
}
