"""Fenced blocks at column 0, found as MyST finds them, by regular expression.

A fence opens with three or more of one mark and is closed by the first line that holds at least as
many of the same mark and nothing else, wherever that line stands: what is nested needs a shorter
fence than what holds it (CommonMark 0.31, section 4.5; MyST's colon fences alike).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from policykb.markdown.page import Block, Extent, Opening

_INFO = r"(?:[^\S\n]*\{(\S+)\}(?!\S)[^\S\n]*)?([^\n]*)"
INFO = re.compile(_INFO)
"""The text after a fence's marks: the name of a directive, if any, and the rest."""

# A pattern that begins with a literal line feed is searched several times faster than one with ^.
_OPENER = re.compile(rf"\n(:{{3,}}|`{{3,}}|~{{3,}}){_INFO}")
_FIRST = re.compile(rf"(:{{3,}}|`{{3,}}|~{{3,}}){_INFO}")


@lru_cache(maxsize=256)
def _closer(marker: str) -> re.Pattern[str]:
    return re.compile(rf"\n {{0,3}}{marker[0]}{{{len(marker)},}}[ \t]*(?:\n|\Z)")


def _closing(text: str, marker: str, start: int, stop: int) -> re.Match[str] | None:
    """The first line after ``start`` that closes a fence: few lines have its marks."""
    at = text.find(marker, start, stop)
    if at < 0:
        return None
    return _closer(marker).search(text, text.rfind("\n", start, at), stop)


def opening(start: int, marker: str, name: str | None, rest: str, rest_at: int) -> Opening:
    """The first line of a block from its parts: words after a directive's name keep the space
    before them."""
    if name:
        return Opening(start, intern(marker), intern(name), rest.rstrip(), rest_at)
    return Opening(start, intern(marker), "", rest.strip(), rest_at)


def blocks(text: str, start: int, stop: int) -> Iterator[Block]:
    """The fenced blocks directly within ``text[start:stop]``, which begins at a line's start."""
    opener = _FIRST.match(text, start, stop) or _OPENER.search(text, max(start - 1, 0), stop)
    while opener is not None:
        marker, name, rest = opener.groups()
        if marker[0] == "`" and "`" in text[opener.end(1) : opener.end()]:
            at = opener.end()
        else:
            found = _closing(text, marker, opener.end(), stop)
            content_stop, at = (stop, stop) if found is None else found.span()
            line = opening(opener.start(1), marker, name, rest, opener.start(3))
            inner = min(opener.end() + 1, len(text))
            content_stop = max(content_stop + 1 if found else stop, inner)
            yield Block(text, line, Extent(inner, content_stop, at, found is not None))
            if found is None:
                return
        opener = _OPENER.search(text, max(at - 1, start), stop)
