"""Names of records in a text: one scan finds them all.

Names are compared word by word: accents, a leading *The*, ``&`` and marks between words do not
count, and letter case only in names of fewer than nine letters. Chinese and Japanese names are
compared character by character. A name counts with its corporate form left off, and in the forms
that a language derives from it (省: 大臣, 相).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from policykb.text.company_forms import without_form
from policykb.text.lexicon import lexicon
from policykb.text.normalize import CJK, is_cjk, normalize
from policykb.text.search import whole

Span = tuple[int, int]

_WORD = re.compile(rf"[^\W_{CJK}]+|&|[{CJK}]")
_BETWEEN = re.compile(r"[\s\-,.'’\"/()`:]{0,3}")
_JOINED = re.compile(r"(?:^|\W)(?:non|anti|ex|pseudo|pre|post)-$", re.IGNORECASE)
LONGEST = 100
"""Words of the longest name that is looked for, so that reading stays linear in the text."""
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
    """Every name of some things, by what it is made of."""

    def __init__(self, names: Iterable[tuple[str, str]], derive: bool = True) -> None:
        self._words: dict[tuple[str, ...], dict[str, set[str]]] = {}
        self._lengths: dict[str, set[int]] = {}
        self._signs: dict[str, set[str]] = {}
        self._sizes: dict[str, set[int]] = {}
        for ident, name in names:
            for form in forms(name) if derive else (normalize(name),):
                self._add(ident, form)

    def add(self, ident: str, name: str) -> None:
        """Take one more name of a thing."""
        for form in forms(name):
            self._add(ident, form)

    def remove(self, ident: str, name: str) -> None:
        """Forget a name of a thing."""
        for form in forms(name):
            for owners in self._owners(form):
                owners.discard(ident)

    def _owners(self, form: str) -> list[set[str]]:
        """Those that go by a form of a name, in each way it is written."""
        if any(map(is_cjk, form)):
            return [self._signs[form]] if form in self._signs else []
        return [*self._words.get(_words(form), {}).values()]

    def _add(self, ident: str, name: str) -> None:
        if any(map(is_cjk, name)):
            if len(name) > 1:
                self._signs.setdefault(name, set()).add(ident)
                self._sizes.setdefault(name[:2], set()).add(len(name))
            return
        words = _words(name)
        if not words or len(words) > LONGEST:
            return
        exact = "" if sum(map(len, words)) >= LONG else _letters(name)
        self._words.setdefault(words, {}).setdefault(exact, set()).add(ident)
        self._lengths.setdefault(words[0], set()).add(len(words))

    def scan(self, text: str, low: int = 0, high: int = sys.maxsize) -> list[Mention]:
        """Every name in ``text[low:high]``, whole; shorter ones within longer ones too."""
        found = list(self._scan_words(text, low, high))
        if self._signs:
            found += self._scan_signs(text, low, min(high, len(text)))
        return found

    def may_be_in(self, lower: str) -> bool:
        """Whether a text in small letters may have a name: in most stands no first word of one."""
        if not lower.isascii() or ("&" in lower and "and" in self._lengths):
            return True
        return any(word in lower for word in self._lengths)

    def has_any_in(self, text: str, low: int, high: int) -> bool:
        """Whether one of a few names stands in ``text[low:high]``; most texts are passed over
        quickly, since they hold no first word of one."""
        part = text[low:high].lower().replace("&", "and")
        for word in self._lengths if part.isascii() else ("",):
            if word in part:
                return bool(self.scan(text, low, high))
        return False

    def _scan_words(self, text: str, low: int, high: int) -> Iterator[Mention]:
        tokens, lengths = _tokens(text, low, high), self._lengths
        for index in [index for index, one in enumerate(tokens) if one[0] in lengths]:
            at = tokens[index][1]
            for length in lengths[tokens[index][0]]:
                part = tokens[index : index + length]
                known = self._words.get(tuple([one[0] for one in part]))
                if known is None or not _adjoin(text, part):
                    continue
                to = part[-1][2]
                if at and text[at - 1] == "-" and _JOINED.search(text[max(0, at - 8) : at]):
                    continue
                records = set(known.get("", ()))
                if len(known) > ("" in known):
                    records |= known.get(_letters(text[at:to]), set())
                if records:
                    yield Mention(at, to, frozenset(records), _has_capitals(text, part))

    def _scan_signs(self, text: str, low: int, high: int) -> Iterator[Mention]:
        for at in range(low, high - 1):
            for size in self._sizes.get(text[at : at + 2], ()):
                name = text[at : at + size]
                records = self._signs.get(name)
                if records and at + size <= high and (size >= 4 or whole(text, at, at + size)):
                    yield Mention(at, at + size, frozenset(records))


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
    """The forms that English and Japanese derive from a name: who heads a ministry."""
    language = "ja" if any(map(is_cjk, name)) else "en"
    for pattern, rule in lexicon(language).entries("derived").items():
        match = re.fullmatch(pattern, name)
        for form in rule["forms"] if match else ():
            yield match.expand(form) if match else ""


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
        return [(_key(match[0]), *match.span()) for match in _WORD.finditer(text, low, high)]
    return [
        ("and" if (word := match[0]) == "&" else word, *match.span())
        for match in _WORD.finditer(text.lower(), low, high)
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
    words = [text[at:to] for _, at, to in part]
    return not any(len(word) > 3 and word[0].islower() for word in words)


def _adjoin(text: str, part: list[tuple[str, int, int]]) -> bool:
    """Whether words follow each other in one phrase."""
    for one, other in pairwise(part):
        between = text[one[2] : other[1]]
        if between == " ":
            continue
        if not _BETWEEN.fullmatch(between):
            return False
        if between[:1] in ".:" and " " in between and len(one[0]) > 3:
            return False
    return True


def names_of_base(names: Mapping[str, Iterable[str]]) -> Names:
    """The names of all records, by their ids."""
    return Names((ident, name) for ident, given in names.items() for name in given if name.strip())
