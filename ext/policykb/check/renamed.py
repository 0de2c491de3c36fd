"""Records that got other names or ids, and which pages a rule may judge otherwise for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policykb.evidence.prose import numbers_in, words_of
from policykb.markdown.page import folded

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.check.change import Found
    from policykb.markdown.page import Page

_WORD = re.compile(r"\w+")


class Renamed:
    """The names by id, as they were and as they are; none where there is no such record."""

    def __init__(self, base: Base, was: Found, now: Found) -> None:
        self.old, self.new = _names(was), _names(now)
        every = {*_all(self.old), *_all(self.new)}
        alone = {*was, *_only_in(every, self._others(base))}
        self._signs = [_Sign(one) for one in (*alone, *every)]

    def _others(self, base: Base) -> Iterator[str]:
        """The names of all other records."""
        rest = (entry for entry in base.by_id.values() if entry.id not in self.old)
        return (name for entry in rest for name in entry.names)

    def may_be_on(self, page: Page) -> bool:
        """Whether a page has an id of one, a name, or a word with a capital that no other record's
        name has."""
        return any(sign.is_in(page.folded) for sign in self._signs)


class _Sign:
    """An id, a name or a word, as it is looked for in texts. A name with a number may be one for
    rules that look at a text without what is marked in it, so that its words may stand apart."""

    def __init__(self, name: str) -> None:
        words = _WORD.findall(folded(name)) or [folded(name)]
        self._words = sorted(words, key=len, reverse=True)
        parts = [[word] for word in words] if numbers_in(name) else [words]
        self._whole = [_whole(one) for one in parts]

    def is_in(self, text: str) -> bool:
        """Whether it stands in a text, and not within longer words; that is looked at only where
        all its words are there."""
        for word in self._words:
            if word not in text:
                return False
        return all(one.search(text) for one in self._whole)


def _whole(words: list[str]) -> re.Pattern[str]:
    """A pattern for words that stand one after the other, none within a longer word. What it begins
    with is plain, so that it is found quickly."""
    first, *rest = map(re.escape, words)
    return re.compile(
        rf"{first}(?<![0-9a-z]{first})" + "".join(rf"[\W_]+{one}" for one in rest) + "(?![0-9a-z])"
    )


def _names(found: Found) -> dict[str, list[str]]:
    return {ident: entry.names if entry else [] for ident, entry in found.items()}


def _all(names: dict[str, list[str]]) -> set[str]:
    return {name for each in names.values() for name in each}


def _only_in(names: set[str], others: Iterable[str]) -> set[str]:
    """The words with a capital that some names have, and no other name has."""
    words = {word for name in names for word in words_of(name) if "A" <= word[:1] <= "Z"}
    for one in others if words else ():
        for word in words:
            if word in one:
                words = words.difference(words_of(one))
                break
    return words
