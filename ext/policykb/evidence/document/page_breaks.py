"""Page breaks of documents: they part no paragraph, and their numbers are no text.

A page break is a form feed, a line such as ``[[Page 20692]]``, ``Page 3 of 12`` or ``- 3 -``, or a
line that is a number alone where the text goes on after it: the numbers of a document's pages grow
by one, and a sentence runs over them. A number that stands alone in a table stays.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

_LINE = re.compile(
    r"\n[ \t\r\f]*+(?:\[\[ ?[Pp]age [\w-]+ ?\]\]|[Pp]age \d{1,4}(?: (?:of|/) \d{1,4})?"
    r"|[-–—] ?\d{1,4} ?[-–—]|(?P<n>\d{1,4}))[ \t\r\f]*+(?=\n|$)"
)
_ENDED = frozenset(".!?:;。！？：；…|")
_CLOSING = "\"'”’)]」』）*"
_APART = 300
"""Fewer characters than stand between the numbers of two pages that follow each other."""
_NEAR = 200
"""Characters on both sides that tell whether a sentence runs over a break."""
_WORDS_BEFORE = 3
"""Words of prose before a number that no sequence tells to be a page's."""


def form_feeds(text: str) -> list[int]:
    """Where a text has form feeds, each of which begins a page; those at its end do not."""
    if "\f" not in text:
        return []
    return [match.start() for match in re.finditer("\f", text.rstrip())]


def page_words(pages: tuple[int, ...]) -> str:
    """``p. 3`` or ``pp. 3–4`` for the first and the last page; empty for none."""
    if not pages:
        return ""
    first, last = pages
    return f"p. {first}" if first == last else f"pp. {first}–{last}"


def blanked(text: str) -> str:
    """A text of the same length with its page breaks as spaces; with the line breaks around one
    where a sentence runs over it."""
    pieces: list[str] = []
    last = 0
    for low, high in _breaks(text):
        low = max(low, last)
        if low < high:
            pieces += [text[last:low], " " * (high - low)]
            last = high
    return "".join([*pieces, text[last:]]) if pieces else text


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """What is blanked for each page break, in order."""
    found = list((_break() if "\f" in text else _LINE).finditer(text))
    pages = _numbered(found)
    done = 0
    for match in found:
        if match.end() <= done:
            continue
        start = match.start() + (match[0][0] == "\n")
        low, high = _around(text, start, match.end(), done)
        before, after = text[max(0, low - _NEAR) : low], text[high : high + _NEAR]
        sure = match["n"] is None or "\f" in text[low:high] or match.start() in pages
        if sure or _runs_over(before, after):
            yield (low, high) if goes_on(before) and after else (start, match.end())
        done = high


@cache
def _break() -> re.Pattern[str]:
    """A page break as a line or as form feeds; a pattern that begins with a line feed only is found
    several times faster."""
    return re.compile(rf"{_LINE.pattern}|\f(?:[^\S\f]*+\f)*+")


def _numbered(found: list[re.Match[str]]) -> set[int]:
    """Where the numbers stand that are one more or less than the one before or after them, far
    enough from it."""
    numbers = [match for match in found if match["n"]]
    pages: set[int] = set()
    for one, other in pairwise(numbers):
        if int(other["n"]) == int(one["n"]) + 1 and other.start() - one.end() > _APART:
            pages |= {one.start(), other.start()}
    return pages


def _around(text: str, low: int, high: int, least: int) -> tuple[int, int]:
    """A page break with the white space on both sides, from ``least`` on."""
    while low > least and text[low - 1].isspace():
        low -= 1
    while high < len(text) and text[high].isspace():
        high += 1
    return low, high


def goes_on(before: str) -> bool:
    """Whether the text before a page break ends within a sentence."""
    plain = before.rstrip().rstrip(_CLOSING)
    return bool(plain) and plain[-1] not in _ENDED


def _runs_over(before: str, after: str) -> bool:
    """Whether a sentence runs over a number that stands alone: after words that end none it goes on
    in small letters."""
    line = before.rstrip().rpartition("\n")[2]
    return goes_on(before) and len(line.split()) >= _WORDS_BEFORE and after[:1].islower()
