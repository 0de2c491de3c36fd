"""Records that got other names or ids, and which pages a rule may judge otherwise for it."""

import re
from collections.abc import Iterable

from policykb.check.change import Found
from policykb.check.name_words import Words
from policykb.evidence.prose import numbers_in, words_of
from policykb.markdown.page import Page, folded

_WORD = re.compile(r"\w+")


class Renamed:
    """The names by id, as they were and as they are; none where there is no such record."""

    def __init__(self, words: Words, was: Found, now: Found) -> None:
        """``words`` are those of the names as they are."""
        self.old, self.new = _names(was), _names(now)
        every = {*_all(self.old), *_all(self.new)}
        mine = [entry for entry in now.values() if entry is not None]
        capital = {one for name in every for one in words_of(name) if "A" <= one[:1] <= "Z"}
        alone = {*was, *(one for one in capital if words.only_in(mine, one))}
        self._signs = [_Sign(one) for one in (*alone, *every)]
        self._parts = _shortest(sign.longest for sign in self._signs)

    def may_be_on(self, page: Page) -> bool:
        """Whether a page has an id of one, a name, or a word with a capital that no other record's
        name has."""
        text = page.folded
        for part in self._parts:
            if part in text:
                return any(sign.is_in(text) for sign in self._signs)
        return False


class _Sign:
    """An id, a name or a word, as it is looked for in texts. A name with a number may be one for
    rules that look at a text without what is marked in it, so that its words may stand apart."""

    def __init__(self, name: str) -> None:
        words = _WORD.findall(folded(name)) or [folded(name)]
        self._words = sorted(words, key=len, reverse=True)
        parts = [[word] for word in words] if numbers_in(name) else [words]
        self._whole = [_whole(one) for one in parts]
        self.longest = self._words[0]

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


def _shortest(words: Iterable[str]) -> list[str]:
    """The words without those that have another within them: what has none of these has none."""
    found: list[str] = []
    for word in sorted(set(words), key=len):
        if not any(one in word for one in found):
            found.append(word)
    return found
