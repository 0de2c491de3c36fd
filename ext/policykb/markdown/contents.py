"""Directives whose text has a form: glossaries, tables, figures, code.

Each reader takes a block and its text and yields its faults: the line of the text, counted from 0
(`WHOLE` for all of the block), and the message. Read as docutils 0.22 and Sphinx 9 read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from policykb.markdown.forms import ranges
from policykb.markdown.myst import bare, ended, parser

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from policykb.markdown.page import Block

Wrong = tuple[int, str]
WHOLE = -1


def wrong_content(block: Block) -> Iterator[Wrong]:
    """The faults of a directive's text."""
    read = _READERS.get(block.name)
    if read is not None:
        yield from read(block, bare(block.text[block.body : block.stop], block))


def _glossary(_: Block, text: str) -> Iterator[Wrong]:
    within, blank, begun, term = True, True, False, 0
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            blank = True
            continue
        if not line[0].isspace():
            if within and begun and not blank:
                yield number, "a term of a {glossary} stands after an empty line"
            elif not within and blank:
                yield number, "no empty line stands between the terms that share an explanation"
            within, begun, term = False, True, number
        else:
            if not begun:
                yield number, "a {glossary} begins with a term at the start of a line"
                return
            within = True
        blank = False
    if begun and not within:
        yield term, "the last term of the {glossary} has no explanation"


def _table(_: Block, text: str) -> Iterator[Wrong]:
    if [one.type for one in _parts(text)] != ["table"]:
        yield WHOLE, "a {table} holds one table and nothing else"


def _list_table(block: Block, text: str) -> Iterator[Wrong]:
    rows = _rows(text)
    if rows is None:
        said = "a {list-table} holds one list, whose items are lists of cells, and nothing else"
        yield WHOLE, said
        return
    if len(set(rows)) > 1:
        said = "the rows of a {list-table} have the same number of cells"
        yield WHOLE, f"{said}, here {min(rows)} to {max(rows)}"
        return
    for option, have, what in (
        ("header-rows", len(rows), "rows"),
        ("stub-columns", rows[0], "columns"),
    ):
        asked = block.values.get(option, "0").strip()
        if asked.isdecimal() and 0 < int(asked) and int(asked) >= have:
            yield WHOLE, f"{option} leaves no {what} for the table, which has {have}"


def _rows(text: str) -> list[int] | None:
    """The number of cells in each row; None if the text is not a list of lists."""
    parts = _parts(text)
    if [one.type for one in parts] != ["bullet_list"]:
        return None
    rows = []
    for item in parts[0].children:
        if [one.type for one in item.children] != ["bullet_list"]:
            return None
        rows.append(len(item.children[0].children))
    return rows


def _figure(_: Block, text: str) -> Iterator[Wrong]:
    first = next((one for one in _parts(text) if one.type != "myst_target"), None)
    if first is not None and first.type != "paragraph":
        yield WHOLE, "the text of a {figure} begins with a paragraph, its caption"


def _code(block: Block, text: str) -> Iterator[Wrong]:
    asked = ranges(block.values.get("emphasize-lines", ""))
    have = len(text.strip("\n").split("\n")) if text.strip() else 0
    for first, last in asked or ():
        if max(first, last) > have:
            yield WHOLE, f"emphasize-lines names line {max(first, last)} of a block of {have}"
    caption = block.values.get("caption", "")
    if caption and [one.type for one in _parts(caption)] != ["paragraph"]:
        yield WHOLE, "the caption of a block is a line of words"


def _parts(text: str) -> list[SyntaxTreeNode]:
    """The blocks of a text, as a build has them."""
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(parser().parse(ended(text))).children


_READERS: dict[str, Callable[[Block, str], Iterator[Wrong]]] = {
    "glossary": _glossary,
    "table": _table,
    "list-table": _list_table,
    "figure": _figure,
    "code-block": _code,
    "sourcecode": _code,
}
