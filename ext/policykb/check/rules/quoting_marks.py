"""Marks that writers put around or into a quotation, and that its source does not have."""

import re
from collections.abc import Callable

from policykb.evidence.quotation import Quotation

_QUOTES = "\"'“”„‟«»‘’‚「」『』＂"
_AROUND = re.compile(rf"\A\s*[{_QUOTES}]+|[{_QUOTES}]+(?=[.,;]?\s*\Z)")
_OMITTED = re.compile(r"\s*(?<!\[)(?:\.\s?\.\s?\.\.?|…+)(?!\])\s*")
_ENDS = re.compile(r"\A\s*\[…\]\s*|\s*\[…\]\s*\Z|\s+\Z")
_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?!\w)")
_QUOTED_LINE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)

MARKS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("the quotation marks around it", lambda text: _AROUND.sub("", text).strip()),
    ("the > before its lines", lambda text: _QUOTED_LINE.sub("", text)),
    ("the * or _ around words", lambda text: _EMPHASIS.sub(r"\2", text)),
    ("the ... for words left out", lambda text: _ENDS.sub("", _OMITTED.sub(" […] ", text))),
)
"""What each is called, and the text without it."""


def written(one: Quotation) -> str:
    """A quotation as it is written on its page."""
    return one.entry.page.text[one.raw.at : one.raw.end].rstrip()


def marked(one: Quotation) -> tuple[str, str] | None:
    """What a quotation has that its source has not, and the quotation without it; None where it is
    not found in the source all the same."""
    from policykb.evidence.document.find import Match, find

    text = written(one)
    found = [(name, plain(text)) for name, plain in MARKS if plain(text) != text]
    if len(found) > 1:
        found.append((" and ".join(name for name, _ in found), _without_all(text)))
    for name, plain in found:
        if one.document is not None and isinstance(find(one.document, plain), Match):
            return name, plain
    return None


def _without_all(text: str) -> str:
    for _, plain in (*MARKS, MARKS[0]):
        text = plain(text)
    return text
