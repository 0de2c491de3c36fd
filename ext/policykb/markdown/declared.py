"""The names that a page gives and uses, as MyST's own parser finds them: labels, footnotes and
their marks, and definitions of links that are given twice. Used where a quick look finds a name
that may be at fault, since it takes the time of reading the page in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policykb.markdown.anchors import normal
from policykb.markdown.myst import parser
from policykb.markdown.tokens import parts

if TYPE_CHECKING:
    from markdown_it.token import Token

    from policykb.markdown.page import Block, Option, Page

_PASSED = frozenset({"myst_target", "myst_line_comment"})
"""What may stand between a label and what it names."""
_CAPTION = re.compile(r"^:?caption:[ \t]*\S", re.MULTILINE)
_OPTIONS = re.compile(r"(?:[ \t]*:[^\n]*(?:\n|\Z))*\s*")


class Name(NamedTuple):
    """A name at ``[start, end)`` of a page. ``kind`` is ``label``, ``footnote``, ``mark`` (of a
    footnote) or ``definition`` (of a link, a second time); ``titled``: what the label names has a
    title, which a reference can show."""

    kind: str
    name: str
    start: int
    end: int
    titled: bool = False


def declared(page: Page) -> list[Name]:
    """All of a page's, in order."""
    env: dict[str, Any] = {}
    found = [
        name
        for tokens, line in parts(parser(page.grammar), page.text, env)
        for number, token in enumerate(tokens)
        if token.map
        for name in _names(page, token, line, tokens[number + 1 :])
    ]
    for block in page.blocks:
        if block.name in ("code-block", "sourcecode") and "[^" in block.values.get("caption", ""):
            option = block.options["caption"]
            found += _marks(option)
    for twice in env.get("duplicate_refs", ()):
        found.append(_placed(page, "definition", twice["label"], *twice["lines"]))
    return sorted(found, key=lambda name: name.start)


def _marks(option: Option) -> Iterator[Name]:
    """The marks of footnotes in the value of an option."""
    for child in parser().parseInline(option.value, {})[0].children or ():
        if child.type == "footnote_ref":
            yield Name("mark", child.meta["label"], option.at, option.end)


def _names(page: Page, token: Token, line: int, following: Sequence[Token]) -> Iterator[Name]:
    assert token.map is not None
    rows = line + token.map[0], line + token.map[1]
    if token.type == "myst_target":
        name = normal(token.content)
        titled = _is_titled(following)
        yield _placed(page, "label", token.content, *rows)._replace(name=name, titled=titled)
    elif token.type == "footnote_reference_open":
        yield _placed(page, "footnote", token.meta["label"], *rows)
    elif token.type == "inline":
        for child in token.children or ():
            if child.type == "footnote_ref":
                yield _placed(page, "mark", child.meta["label"], *rows)


def _placed(page: Page, kind: str, name: str, first: int, last: int) -> Name:
    begin, stop = page.line_start(first), page.line_start(last)
    found = re.compile(re.escape(name), re.IGNORECASE).search(page.text, begin, stop)
    if found is None:
        return Name(kind, name, begin, page.line_end(begin))
    return Name(kind, found[0], *found.span())


def _is_titled(following: Sequence[Token]) -> bool:
    token = next((one for one in following if one.type not in _PASSED), None)
    if token is None:
        return False
    if token.type not in ("fence", "colon_fence"):
        return token.type == "heading_open"
    name, _, argument = token.info.strip().removeprefix("{").partition("}")
    return has_title(name, argument, token.content)


def has_title(name: str, argument: str, text: str) -> bool:
    """Whether what a directive makes has a title or caption for a reference to show; ``text`` is
    all that stands in its block."""
    if name in ("table", "list-table", "rubric"):
        return bool(argument.strip())
    if name in ("code-block", "sourcecode", "toctree"):
        return _CAPTION.search(text) is not None
    return name == "figure" and bool(_OPTIONS.sub("", text, count=1).strip())


def named_blocks(page: Page) -> Iterator[tuple[Block, Name]]:
    """The blocks whose option ``name`` gives them a label."""
    for block in page.blocks:
        name = normal(block.values.get("name", ""))
        if name:
            option = block.options["name"]
            titled = has_title(block.name, block.argument, block.text[block.inner : block.stop])
            yield block, Name("label", name, option.at, option.end, titled)
