"""The one splitter of sentences: prose, statutes, Japanese, rows and label lines.

A full stop after an abbreviation, an initial or the number of a list ends no sentence, nor does a
Japanese one within brackets. A row of a table, a line such as ``Status: Withdrawn`` and a signature
are sentences of their own; the caller gives the offsets of such lines.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from policykb.text.covered import Covered
from policykb.text.language import members
from policykb.text.lexicon import lexicon

Span = tuple[int, int]

_END = re.compile(
    r"[.!?。！？](?:(?<=[.!?])[.!?]*[\"'”’)\]\u00bb]*(?=\s+[\"'“‘(\[\u00ab]*[^\W_a-z])"
    r"|(?<=[。！？])(?![」』）)]))"
)
_CLOSING = {"「": "」", "『": "』", "（": "）", "(": ")"}
"""The brackets of Japanese; full-width ones are compared as the others."""
_BRACKET = re.compile(r"[「」『』（）()]")
_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_ANSWER = re.compile(r"(?:\A|[.?!:]\W*\s)No\.$")
"""An answer, not the short form of *number*."""
_LABEL = re.compile(r"\s*(?:[-*•|]|[\w&][\w&/ ’'-]{0,30}[:：](?:\s|$)|\(?[0-9a-z]{1,3}[.)]\s)")
_CELLS = re.compile(r"\t| \| |,[^\s,]|\S {3,}\S")
_LONGEST = 12
"""More characters than an abbreviation and the letter before it have."""
SHORT = 60
"""Characters under which a line that ends in no punctuation may be a row of its own."""


@cache
def _abbreviations(language: str) -> re.Pattern[str]:
    """A full stop after an abbreviation of the language, or of English, which every text quotes."""
    known = (*members(language), "en")
    words = dict.fromkeys(word for one in known for word in lexicon(one).entries("abbreviations"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})\.$")


@cache
def _before_numbers(language: str) -> re.Pattern[str]:
    """The same in any letter case: “no. 5” and “art. 3” are written in small letters too."""
    return re.compile(_abbreviations(language).pattern, re.IGNORECASE)


def split(text: str, language: str = "en", breaks: Iterable[int] = ()) -> list[Span]:
    """Start and end of each sentence, without white space at its ends. ``breaks`` are the offsets
    of lines that do not go on from the line before."""
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


def first(text: str, language: str = "en") -> str:
    """The first sentence of a text; the whole text if it has no sentence."""
    spans = split(text, language)
    return text[slice(*spans[0])] if spans else text


def _ends(text: str, language: str) -> Iterable[int]:
    closed = _closed(text) if "。" in text else Covered(())
    for match in _END.finditer(text):
        stop, end = match.span()
        if text[stop] in "。！？" and closed.hold(stop, end):
            continue
        if text[stop] != "." or not _goes_on(text, stop, end, language):
            yield end


def _closed(text: str) -> Covered:
    """The parts of a text that stand in brackets which are closed; one that is not hides none."""
    opened: dict[str, list[int]] = {closing: [] for closing in _CLOSING.values()}
    found: list[Span] = []
    for match in _BRACKET.finditer(text):
        at, sign = match.start(), match[0]
        if sign in _CLOSING:
            opened[_CLOSING[sign]].append(at)
        elif opened[sign]:
            found.append((opened[sign].pop(), at + 1))
    return Covered(found)


def _goes_on(text: str, stop: int, end: int, language: str) -> bool:
    """Whether the sentence goes on: its full stop closes a short form or the number of a list."""
    near = text[max(0, stop - _LONGEST) : stop + 1]
    before_number = text[end:].lstrip()[:1].isdigit()
    if _ANSWER.search(near) and not before_number:
        return False
    if _abbreviations(language).search(near):
        return True
    if language.partition("-")[0] not in ("en", "ja", "") and _ORDINAL.search(near):
        return True
    return before_number and bool(_before_numbers(language).search(near))


def lines_alone(text: str) -> Iterator[int]:
    """The offsets at which a line begins that does not go on from the line before."""
    at = 0
    for line, following in pairwise(text.splitlines(keepends=True)):
        at += len(line)
        if stands_alone(line, following):
            yield at


def stands_alone(line: str, following: str) -> bool:
    """True if a line does not go on in the following one: it is a label with its value, a row, an
    item, or a short line before a new beginning."""
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
