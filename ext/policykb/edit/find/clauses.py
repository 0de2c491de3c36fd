"""Sentences of a paragraph, and parts of them, for quotations that read as something said."""

import re
from collections.abc import Callable

from policykb.text.sentences import Span, lines_alone, split

_CLAUSE = re.compile(
    r"(?:,[\"'”’)]?\s+(?=[a-z])|[;:][\"'”’)]?\s+(?!\d)|(?<!\s)\s++[–—-]\s+(?!\d))|[、，；：]"
)
LIGHT = frozenset("a an and at by for from in is of on or the to was with".split())
_CLOSING = dict(zip("）」』】〕〉》)]”", "（「『【〔〈《([“", strict=True))
_KANA = re.compile(r"[ぁ-ん]")
_NOUNS = re.compile(
    r"[^ぁ-ん]+|(?:[^ぁ-ん]+(?:から|まで|より|など|および|[はがをにでとのもやへ])+)+"
)


def sentences(text: str, low: int, high: int, language: str = "en") -> list[Span]:
    """The sentences of the paragraph ``text[low:high]``, each without its closing full stop."""
    part = text[low:high]
    found = split(part, language, lines_alone(part))
    bare = (_bare(text, low + start, low + end) for start, end in found)
    return [(start, end) for start, end in bare if start < end]


def shortest(text: str, span: Span, keeps: Callable[[Span], bool]) -> Span:
    """The span without needless clauses at its ends; ``keeps`` tells whether a shorter span will
    do. No cut parts a bracket from its other half, and what is left says something."""
    start, end = span
    kana = _KANA.search(text, start, end) is not None

    def will_do(start: int, end: int) -> bool:
        part = _bare(text, start, end)
        words = text[slice(*part)]
        return _balanced(words) and not _only_names(words, kana) and keeps(part)

    cuts = [match.span() for match in _CLAUSE.finditer(text, start, end)]
    start = next((after for _, after in reversed(cuts) if will_do(after, end)), start)
    end = next((before for before, _ in cuts if before > start and will_do(start, before)), end)
    return _bare(text, start, end)


def _balanced(text: str) -> bool:
    """Whether each bracket and quotation mark of a text has its other half in it."""
    opened: list[str] = []
    for char in text:
        if char in _CLOSING.values():
            opened.append(char)
        elif char in _CLOSING and (not opened or opened.pop() != _CLOSING[char]):
            return False
    return not opened and text.count('"') % 2 == 0


def _only_names(text: str, kana: bool) -> bool:
    """Whether a clause holds nothing but names, numbers and the small words that join them;
    ``kana`` tells that its sentence is Japanese, where a noun has no capital to know it by."""
    if kana:
        return _NOUNS.fullmatch(text) is not None
    words = re.findall(r"[^\W\d_]+", text)
    return all(word[0].isupper() or word in LIGHT for word in words)


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.。"):
        end -= 1
    return start, end
