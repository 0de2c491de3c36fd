"""Names of records in a text: one scan finds them all.

Names are compared word by word: accents, a leading *The*, ``&`` and marks between words do not
count, and letter case only in names of fewer than nine letters. Chinese and Japanese names are
compared character by character, marks beside these too. A name counts with its corporate form left
off, and in the forms that a language derives from it (省: 大臣, 相).
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from policykb.text.characters import CJK, compiled
from policykb.text.company_forms import without_form
from policykb.text.lexicon import lexicon
from policykb.text.normalize import is_cjk, normalize
from policykb.text.search import LONGEST, titles, whole

Span = tuple[int, int]

_MARK = r"[\-,.'’\"/()`:]"
_ASCII_WORD = re.compile("[a-z0-9]+|&")
_WORD = rf"[^\W_{CJK}]+|&|[{CJK}]|{_MARK}(?=\s*[{CJK}])|(?<=[{CJK}]){_MARK}(?=\s*[^\W_])"
_BETWEEN = re.compile(rf"(?:\s|{_MARK}){{0,3}}")
_PARTS = re.compile(r"[.:][^\w\s]* ")
_NONE: frozenset[str] = frozenset()
SHORT = 4
"""Characters from which on a Chinese or Japanese name may be part of a longer word."""
LONG = 9
"""Letters from which on a name is known in any letter case."""


class Mention(NamedTuple):
    """A name in a text: where it stands and the records that go by it; ``exact`` where it has the
    capitals of the name."""

    at: int
    to: int
    records: frozenset[str]
    exact: bool = True


class Names:
    """Every name of some things, by the words it is made of; a Chinese or Japanese character is a
    word, and so is a mark beside one."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._words: dict[tuple[str, ...], dict[str, frozenset[str]]] = {}
        """The things that go by some words, by the letters where letter case counts."""
        self._lengths: dict[str, set[int]] = {}
        self._parted: set[tuple[str, ...]] = set()
        """Those with a mark in them that parts words elsewhere: "Ports: a Strategy"."""
        for ident, name in names:
            self.add(ident, name)

    def add(self, ident: str, name: str) -> None:
        """Take one more name of a thing."""
        for form in forms(name):
            words = _words(form)
            if words and len(words) <= LONGEST and len(form) > is_cjk(form[0]):
                exact = "" if sum(map(len, words)) >= LONG else _letters(form)
                owners = self._words.setdefault(words, {})
                owners[exact] = owners.get(exact, _NONE) | {ident}
                self._lengths.setdefault(words[0], set()).add(len(words))
                if _PARTS.search(form):
                    self._parted.add(words)

    def remove(self, ident: str, name: str) -> None:
        """Forget a name of a thing."""
        for form in forms(name):
            owners = self._words.get(_words(form), {})
            for exact in owners:
                owners[exact] -= {ident}

    def scan(self, text: str, low: int = 0, high: int = sys.maxsize) -> list[Mention]:
        """Every name in ``text[low:high]``, whole; shorter ones within longer ones too."""
        tokens = _tokens(text, low, high)
        found: list[Mention] = []
        short: list[Mention] = []
        for index in [at for at, one in enumerate(tokens) if one[0] in self._lengths]:
            for length in self._lengths[tokens[index][0]]:
                part = tokens[index : index + length]
                words = tuple([one[0] for one in part])
                known = self._words.get(words) if len(part) == length else None
                if not known or not _adjoin(text, part, parted=words in self._parted):
                    continue
                if mention := _mention(text, part, known):
                    is_short = is_cjk(text[mention.at]) and mention.to - mention.at < SHORT
                    (short if is_short else found).append(mention)
        return found + _bounded(text, short, found)

    def may_be_in(self, lower: str) -> bool:
        """Whether a text in small letters may have a name: in most stands no first word of one."""
        for word in self._lengths:
            if word in lower:
                return True
        return not lower.isascii() or ("and" in self._lengths and "&" in lower)


def _mention(
    text: str, part: list[tuple[str, int, int]], known: Mapping[str, frozenset[str]]
) -> Mention | None:
    """The name that some words of a text are; None where they are written otherwise."""
    at, to = part[0][1], part[-1][2]
    records = known.get("", _NONE)
    if len(known) > ("" in known):
        records = records | known.get(_letters(text[at:to]), _NONE)
    return Mention(at, to, records, _has_capitals(text, part)) if records else None


def _bounded(text: str, short: list[Mention], others: list[Mention]) -> list[Mention]:
    """Of Chinese and Japanese names of few characters those that are no part of a word. Spaces that
    stood between names are gone: one that another name or a title adjoins is bounded there."""
    if all(whole(text, one.at, one.to) for one in short):
        return short
    starts, ends = ({one[side] for one in (*short, *others)} for side in (0, 1))
    return [
        one
        for one in short
        if (one.at in ends or text.endswith(titles(), 0, one.at) or whole(text[: one.to], *one[:2]))
        and (one.to in starts or whole(text[one.at :], 0, one.to - one.at))
    ]


def forms(name: str) -> Iterator[str]:
    """A name as compared, without its corporate form, and in the forms derived from it."""
    plain = normalize(name)
    if not plain:
        return
    yield plain
    bare = without_form(plain)
    if bare != plain and len(bare) > (1 if is_cjk(bare[0]) else 3):
        yield bare
    yield from derived(plain)


def derived(name: str) -> Iterator[str]:
    """The forms that a language derives from a name: who heads a ministry, a genitive."""
    is_spaced = name.isascii() or not any(map(is_cjk, name))
    for language in ("en", "de") if is_spaced else ("ja",):
        for pattern, rule in lexicon(language).entries("derived").items():
            if match := re.fullmatch(pattern, name):
                yield from map(match.expand, rule["forms"])


class Mentions(list[Mention]):
    """Names in a text, in order; which of them lie within longer ones is looked up in the logarithm
    of their number."""

    def __init__(self, found: Iterable[Mention] = ()) -> None:
        super().__init__(sorted(found, key=lambda one: (one.at, -one.to)))
        self._starts = [one.at for one in self]
        self._widest: list[Mention | None] = []
        widest = None
        for one in self:
            if one.exact and (widest is None or one.to > widest.to):
                widest = one
            self._widest.append(widest)

    def around(self, at: int, to: int) -> Mention | None:
        """A name that holds all of a stretch, and more; None where there is none."""
        index = bisect_right(self._starts, at)
        widest = self._widest[index - 1] if index else None
        if widest is None or widest.to < to or widest.to - widest.at <= to - at:
            return None
        return widest


def swallowed(one: Mention, mentions: Mentions) -> frozenset[str] | None:
    """The records of a longer name around a mention; None where there is none."""
    other = mentions.around(one.at, one.to)
    return other.records if other else None


def _words(name: str) -> tuple[str, ...]:
    """A name as it is compared, word by word."""
    words = tuple(word for word, _, _ in _tokens(name))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def _tokens(text: str, low: int = 0, high: int = sys.maxsize) -> list[tuple[str, int, int]]:
    if not text.isascii():
        return [
            (_key(match[0]), *match.span()) for match in compiled(_WORD).finditer(text, low, high)
        ]
    return [
        ("and" if (word := match[0]) == "&" else word, match.start(), match.end())
        for match in _ASCII_WORD.finditer(text.lower(), low, high)
    ]


def _key(word: str) -> str:
    if word.isascii():
        return "and" if word == "&" else word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char == "&")


def _has_capitals(text: str, part: list[tuple[str, int, int]]) -> bool:
    """Whether a phrase is written as a name: of its longer words none is in small letters."""
    return not any(to - at > 3 and text[at].islower() for _, at, to in part)


def _adjoin(text: str, part: list[tuple[str, int, int]], *, parted: bool) -> bool:
    """Whether words follow each other in one phrase; ``parted``: those of a name with a mark that
    parts others."""
    for one, other in pairwise(part):
        between = text[one[2] : other[1]]
        if between == " ":
            continue
        if not _BETWEEN.fullmatch(between):
            return False
        if not parted and between[:1] in ".:" and " " in between and len(one[0]) > 3:
            return False
    return True
