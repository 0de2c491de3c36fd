"""Markdown to plain text: the words a reader sees, paragraphs apart by a blank line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from policykb.base.entry import Entry
    from policykb.base.index import Base

_EXPLICIT = re.compile(r"(.*\S)\s*<[^<>]+>", re.DOTALL)


def own_words(base: Base, entry: Entry) -> str:
    """A record's own words as plain text, made once."""
    found = base.own_words.get(id(entry))
    if found is None:
        text = entry.page.text
        found = plain(base, "\n\n".join(text[start:end] for start, end in entry.raw.prose))
        base.own_words[id(entry)] = found
    return found


def plain(base: Base, markdown: str) -> str:
    """The text of some Markdown; a reference to a record reads as its title, headings and fenced
    text are kept as their words."""
    if not markdown.strip():
        return ""
    from policykb.markdown.myst import ended, parser

    parts: list[str] = []
    for token in parser().parse(ended(markdown)):
        if token.type == "inline":
            parts.append(_inline(base, token.children or []))
        elif token.type in ("fence", "code_block") and not token.info.startswith("{"):
            parts.append(token.content)
    return "\n\n".join(part for part in (piece.strip() for piece in parts) if part)


def _inline(base: Base, tokens: list[Token]) -> str:
    words = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type == "myst_role":
            words.append(_role(base, token.meta["name"], token.content))
        elif token.type == "image":
            words.append(_inline(base, token.children or []))
        else:
            words.append(token.content)
    return "".join(words)


def _role(base: Base, name: str, content: str) -> str:
    explicit = _EXPLICIT.fullmatch(content)
    if explicit:
        return explicit[1]
    if name == "need":
        entry = base.by_id.get(content.strip())
        return entry.title if entry else content
    return content
