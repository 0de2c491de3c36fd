"""Records that got other names, and which pages a rule may judge otherwise for it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from policykb.base.entry import Entry, names_of
from policykb.evidence.prose import words_of

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import Page

_WORD = re.compile(r"\w+")


class Renamed:
    """The names by id, as they were and as they are."""

    def __init__(self, base: Base, before: list[Entry], after: list[Entry]) -> None:
        pairs = [(names_of(old), new) for old, new in zip(before, after, strict=True)]
        self.old = {new.id: names for names, new in pairs if names != names_of(new)}
        self.new = {ident: names_of(base.by_id[ident]) for ident in self.old}
        every = {*_all(self.old), *_all(self.new)}
        alone = {*self.old, *_only_in(every, self._others(base))}
        signs = [
            *([_folded(one)] for one in alone),
            *(_WORD.findall(_folded(one)) for one in every),
        ]
        self._signs = [sorted(words, key=len, reverse=True) for words in signs if words]

    def _others(self, base: Base) -> list[str]:
        """The names of all other records."""
        rest = (entry for entry in base.entries if entry.id not in self.old)
        return [name for entry in rest for name in names_of(entry)]

    def may_be_on(self, page: Page) -> bool:
        """Whether a page has an id of one, all words of a name, or a word with a capital that
        no other record's name has."""
        text = _folded(page.text)
        for first, *rest in self._signs:
            if first in text and all(word in text for word in rest):
                return True
        return False


def _all(names: dict[str, list[str]]) -> set[str]:
    return {name for each in names.values() for name in each}


def _only_in(names: set[str], others: list[str]) -> set[str]:
    """The words with a capital that some names have, and no other name has."""
    words = {word for name in names for word in words_of(name) if "A" <= word[:1] <= "Z"}
    return {
        word for word in words if not any(word in one and word in words_of(one) for one in others)
    }


def _folded(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
