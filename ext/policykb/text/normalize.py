"""The one normalization under which quotations and sources are compared.

Characters that nobody sees are dropped. NFKC, except that superscripts (those of ㎡ too),
subscripts and fractions keep apart from plain digits; typographic quotation marks and dashes become
the plain ones; white space collapses to one space, and to nothing beside a Chinese or Japanese
character, where lines break without a space.
Letter case and everything else counts.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import lru_cache

from policykb.text.characters import CJK as CJK
from policykb.text.characters import UNSEEN, compiled
from policykb.text.characters import is_cjk as is_cjk

_FOLDED = tuple(
    (char, plain)
    for plain, chars in (
        ("'", "‘’‚‛‹›"),
        ('"', "“”„‟«»〝〞〟"),
        ("-", "‐‑‒–—―−⁃⸺⸻"),
    )
    for char in chars
)

_UNSPACED = f"{CJK}\u3000-\u303f"
_UNSPACED_CHAR = f"[{_UNSPACED}]"
_BESIDE = f" (?=[{_UNSPACED}])|(?<=[{_UNSPACED}]) "

_DROPPED = re.compile(f"\u00ad[ \\t]*\\r?\\n[ \\t]*|[{UNSEEN}]")
"""Invisible characters: a soft hyphen with its line break, and marks of no width."""
_KEPT = re.compile(
    "(["
    "\u33a0\u33a1\u33a2\u33a3\u33a4\u33a5\u33a6\u33a8\u33af"  # square and cubic units: ㎡, ㎥
    "\u00b2\u00b3\u00b9\u2070\u2074-\u207e\u2080-\u208e"  # superscripts and subscripts
    "\u00bc-\u00be\u2150-\u215f\u2189"  # fractions
    "]+)"
)


def has_unseen(text: str) -> bool:
    """Whether a text holds characters that nobody sees, which are dropped."""
    return _DROPPED.search(text) is not None


def takes_space(before: str, after: str) -> bool:
    """Whether white space between two characters is kept as one space."""
    if not before or not after or (before < "\u2e80" and after < "\u2e80"):
        return bool(before and after)
    unspaced = compiled(_UNSPACED_CHAR).match
    return not (unspaced(before) or unspaced(after))


def fold_characters(text: str) -> str:
    """The normalization without the white space."""
    if text.isascii():
        return text
    text = _DROPPED.sub("", text)
    if not unicodedata.is_normalized("NFKC", text):
        text = "".join(
            part if at % 2 else unicodedata.normalize("NFKC", part)
            for at, part in enumerate(_KEPT.split(text))
        )
    for char, plain in _FOLDED:
        if char in text:
            text = text.replace(char, plain)
    return text


def spaced(text: str) -> str:
    """Each stretch of white space as one space, none at the ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())


def collapse(text: str) -> str:
    """White space collapsed, its ends trimmed."""
    text = spaced(text)
    if text.isascii() or max(text) < "\u2e80":
        return text
    return compiled(_BESIDE).sub("", text)


def normalize(text: str) -> str:
    """The text as it is compared."""
    return collapse(fold_characters(text))


def lowered(text: str) -> str:
    """A text in small letters, every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def origins(text: str) -> tuple[array[int], array[int]] | None:
    """For each code point of ``normalize(text)`` where in ``text`` it comes from: the starts and
    the ends; None where each comes from the code point at the same offset."""
    if len(text) == len(normalize(text)) and keeps_length(text):
        return None
    unspaced = compiled(_UNSPACED_CHAR).match
    starts, ends = array("I"), array("I")
    last = ""
    space: tuple[int, int] | None = None
    for start, end in _clusters(text):
        for char in fold_few(text[start:end]):
            if char.isspace():
                space = space or (start, end)
                continue
            if space and last and not unspaced(last) and not unspaced(char):
                starts.append(space[0])
                ends.append(space[1])
            space = None
            last = char
            starts.append(start)
            ends.append(end)
    return starts, ends


def keeps_length(text: str) -> bool:
    """Whether folding changes characters of a text only one for one."""
    return text.isascii() or (unicodedata.is_normalized("NFKC", text) and not has_unseen(text))


@lru_cache(maxsize=4096)
def fold_few(cluster: str) -> str:
    """The same for one character or a few, remembered."""
    return fold_characters(cluster)


def _clusters(text: str) -> list[tuple[int, int]]:
    """The shortest pieces of a text that normalize each by itself."""
    found: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(text)):
        char = text[at]
        if char.isspace() and text[start] == "\u00ad":
            continue  # the line break that a soft hyphen is for
        # What a character joins are the two before it at most: a syllable of Hangul has three.
        if char.isascii() or _apart(text[max(start, at - 2) : at], char):
            found.append((start, at))
            start = at
    if text:
        found.append((start, len(text)))
    return found


@lru_cache(maxsize=4096)
def _apart(before: str, char: str) -> bool:
    plain = unicodedata.normalize("NFKC", char)
    if unicodedata.combining(plain[0]):
        return False
    return unicodedata.normalize("NFKC", before + char) == (
        unicodedata.normalize("NFKC", before) + plain
    )
