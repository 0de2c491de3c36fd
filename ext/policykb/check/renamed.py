"""Records that got other names or ids, and which pages a rule may judge otherwise for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policykb.base.entry import names_of
from policykb.evidence.prose import words_of
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
        alone = [[folded(one)] for one in _only_in(every, self._others(base))]
        whole = [_WORD.findall(folded(one)) for one in every]
        self._signs = [sorted(words, key=len, reverse=True) for words in (*alone, *whole) if words]
        self._ids = [folded(ident) for ident in self.old]
        self._whole_id = re.compile(
            rf"(?<![0-9a-z_])(?:{'|'.join(map(re.escape, self._ids))})(?![0-9a-z_])"
        )

    def _others(self, base: Base) -> Iterator[str]:
        """The names of all other records."""
        rest = (entry for entry in base.by_id.values() if entry.id not in self.old)
        return (name for entry in rest for name in names_of(entry))

    def may_be_on(self, page: Page) -> bool:
        """Whether a page has an id of one, all words of a name, or a word with a capital that
        no other record's name has."""
        text = page.folded
        for first, *rest in self._signs:
            if first in text and all(word in text for word in rest):
                return True
        return any(one in text for one in self._ids) and bool(self._whole_id.search(text))


def _names(found: Found) -> dict[str, list[str]]:
    return {ident: names_of(entry) if entry else [] for ident, entry in found.items()}


def _all(names: dict[str, list[str]]) -> set[str]:
    return {name for each in names.values() for name in each}


def _only_in(names: set[str], others: Iterable[str]) -> set[str]:
    """The words with a capital that some names have, and no other name has."""
    words = {word for name in names for word in words_of(name) if "A" <= word[:1] <= "Z"}
    for one in others if words else ():
        if any(word in one for word in words):
            words.difference_update(words_of(one))
    return words
