"""The one splitter of sentences: prose, statutes, Japanese, rows and label lines.

A full stop behind an abbreviation, an initial or the number of a list ends no sentence. Lines that
are no running text (a row of a table, ``Status: Withdrawn``, a signature) are sentences of their
own; the caller says where lines end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from policykb.text.lexicon import lexicon

Span = tuple[int, int]

_END = re.compile(r"[.!?]+[\"'”’)\]\u00bb]*(?=\s+[\"'“‘(\[\u00ab]*[^\W_a-z])|[。！？](?![」』）)])")
_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_LABEL = re.compile(r"\s*(?:[-*•|]|[\w&][\w&/ ’'-]{0,30}[:：](?:\s|$)|\(?[0-9a-z]{1,3}[.)]\s)")
_CELLS = re.compile(r"\t| \| |,[^\s,]|\S {3,}\S")
SHORT = 60
"""Characters under which a line that ends in no punctuation may be a row of its own."""


@cache
def _abbreviation(language: str) -> re.Pattern[str]:
    known = lexicon(language) or lexicon("en")
    entries = known.entries("abbreviations") if known else {}
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries) or '(?!)'})\.$")


def split(text: str, language: str = "en", breaks: Iterable[int] = ()) -> list[Span]:
    """Start and end of each sentence, white space at the ends left out; ``breaks`` are offsets at
    which a line that stands for itself begins."""
    ends = {at for at in breaks if 0 < at < len(text)}
    ends.update(_ends(text, language))
    found: list[Span] = []
    start = 0
    for end in [*sorted(ends), len(text)]:
        low, high = bare(text, start, end)
        if low < high:
            found.append((low, high))
        start = end
    return found


def bare(text: str, start: int, end: int) -> Span:
    """A span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, language: str) -> Iterable[int]:
    base = language.partition("-")[0]
    ordinals = base not in ("en", "ja")
    for match in _END.finditer(text):
        near = text[max(0, match.start() - 12) : match.start() + 1]
        if text[match.start()] == "." and (
            _abbreviation(base).search(near) or (ordinals and _ORDINAL.search(near))
        ):
            continue
        yield match.end()


def stands_alone(line: str, following: str) -> bool:
    """Whether a line is no running text that goes on in the following one: a label with its value,
    a row, an item, or a short line before a new beginning."""
    line, following = line.strip(), following.strip()
    if not line or not following:
        return bool(line)
    if _LABEL.match(following) or (_LABEL.match(line) and len(line) < SHORT):
        return True
    if len(_CELLS.findall(line)) > 1 or line[0] == "|":
        return True
    begins = following[0].isupper() or following[0].isdigit() or following[0] > "\u2e80"
    return len(line) < SHORT and begins and line[-1].isalnum() and _is_short(line, following)


def _is_short(line: str, following: str) -> bool:
    """Whether a line ends well before where the next one could have gone on."""
    first = following.split(None, 1)[0] if following[0] < "\u2e80" else following[:2]
    return len(line) + len(first) < SHORT - 15
