"""Fenced blocks at column 0, found as MyST finds them, by regular expression.

A fence opens with three or more of one mark and is closed by the first line that holds at least as
many of the same mark and nothing else, wherever that line stands: what is nested needs a shorter
fence than what holds it (CommonMark 0.31, section 4.5; MyST's colon fences alike).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from policykb.parse.page import Block

# A pattern that begins with a literal line feed is searched several times faster than one with ^.
_OPENER = re.compile(r"\n(:{3,}|`{3,}|~{3,})([^\n]*)")
_FIRST = re.compile(r"(:{3,}|`{3,}|~{3,})([^\n]*)")
_DIRECTIVE = re.compile(r"\s*\{(\S+)\}(?!\S)\s*")


@lru_cache(maxsize=256)
def _closer(marker: str) -> re.Pattern[str]:
    return re.compile(rf"\n {{0,3}}{marker[0]}{{{len(marker)},}}[ \t]*(?:\n|\Z)")


def make_block(
    text: str, start: int, marker: str, info_at: int, info: str, stop: int, end: int, closed: bool
) -> Block:
    """A block from its opening line's parts."""
    directive = _DIRECTIVE.match(info)
    name = directive.group(1) if directive else ""
    shift = directive.end() if directive else 0
    argument = info[shift:].rstrip() if directive else info.strip()
    inner = min(info_at + len(info) + 1, len(text))
    return Block(
        text, start, marker, name, argument, info_at + shift, inner, max(stop, inner), end, closed
    )


def blocks(text: str, start: int, stop: int) -> Iterator[Block]:
    """The fenced blocks directly within ``text[start:stop]``, which begins at a line's start."""
    at = start
    opener = _FIRST.match(text, start, stop) or _OPENER.search(text, max(start - 1, 0), stop)
    while opener is not None:
        marker, info = opener.groups()
        if marker[0] == "`" and "`" in info:
            at = opener.end()
        else:
            found = _closer(marker).search(text, opener.end(), stop)
            content_stop, at = (stop, stop) if found is None else found.span()
            yield make_block(
                text,
                opener.start(1),
                marker,
                opener.end(1),
                info,
                content_stop + 1 if found else stop,
                at,
                found is not None,
            )
            if found is None:
                return
        opener = _OPENER.search(text, max(at - 1, start), stop)
