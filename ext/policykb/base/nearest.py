"""The record a writer most likely meant: by id, title, alias or Japanese name."""

from collections.abc import Callable
from functools import cache

from policykb.base.entry import Entry, plainly
from policykb.base.index import Base, Guesses
from policykb.text.company_forms import without_form

CLOSE = 78.0
"""Similarity (0 to 100, Indel ratio) from which a name counts as meant."""


def nearest_entry(base: Base, text: str, types: tuple[str, ...] = ()) -> Entry | None:
    """The record whose id or name is nearest to ``text``; among equals, one of ``types``."""
    ident = base.from_names(_finder)(text.strip(), types)
    return None if ident is None else base.by_id[ident]


def _finder(base: Base) -> Callable[[str, tuple[str, ...]], str | None]:
    """What finds the id of the record that is meant. It remembers what it was asked, since one lost
    record may be missed in a thousand places."""

    @cache
    def pool(types: tuple[str, ...]) -> tuple[Names, list[str]]:
        names, idents = _known(base, types)
        return Names(names), idents

    @cache
    def find(wanted: str, types: tuple[str, ...]) -> str | None:
        for entry in base.by_name.get(wanted, ()):
            if not types or entry.type in types:
                return entry.id
        names, idents = pool(() if "any" in types else types)
        at = names.nearest(base.guesses, plainly(wanted), CLOSE)
        if at is None and (bare := without_form(wanted)) != wanted:
            at = names.nearest(base.guesses, plainly(bare), CLOSE)
        return None if at is None else idents[at]

    return find


class Names:
    """Names in which the one that a misspelt one means is looked for again and again."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self._letters = sum(map(len, names)) + len(names)

    def nearest(self, guesses: Guesses, word: str, cutoff: float) -> int | None:
        """The index of the nearest name, or None: also where a run has guessed so much that more
        would take long."""
        from rapidfuzz import fuzz, process

        if not guesses.spend(self._letters * (1 + len(word) // 64)):
            return None
        best = process.extractOne(word, self.names, scorer=fuzz.ratio, score_cutoff=cutoff)
        return best[2] if best else None

    def word(self, guesses: Guesses, word: str, cutoff: float = 70.0) -> str | None:
        """The nearest name itself; the names are in small letters, or written as they must be."""
        at = self.nearest(guesses, word.lower(), cutoff)
        return None if at is None else self.names[at]


def _known(base: Base, types: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """Every spelling of every record of some types (of none: of any), and its id."""
    names: list[str] = []
    idents: list[str] = []
    for ident, entry in base.by_id.items():
        if not types or entry.type in types:
            spelled = entry.spellings
            names += spelled
            idents += [ident] * len(spelled)
    return names, idents


def entry_by_words(base: Base, ident: str, types: tuple[str, ...] = ()) -> Entry | None:
    """The one record that an id no record has can mean, though it is spelled quite differently: the
    same id with another type's prefix, or an id made of words of its name. Without ``types`` it is
    of the type that the id's prefix tells."""
    from policykb.model import TYPES

    prefix, _, bare = ident.partition("_")
    own = [name for name, model in TYPES.items() if model.prefix == f"{prefix}_"]
    wanted = own if not types or "any" in types else types
    words = plainly(bare).split()
    if not own or not words:
        return None
    found = {
        name
        for known, name in base.from_names(_by_first_word).get(words[0], ())
        if base.by_id[name].type in wanted and _are_of(words, known)
    }
    return base.by_id[found.pop()] if len(found) == 1 else None


def _by_first_word(base: Base) -> dict[str, list[tuple[list[str], str]]]:
    """The words of every spelling of every record, with its id, by the first of them."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name, ident in zip(*_known(base), strict=True):
        if words := name.split():
            found.setdefault(words[0], []).append((words, ident))
    return found


def _are_of(words: list[str], known: list[str]) -> bool:
    """Whether the words are all of a name, or several of it in their order."""
    if words == known:
        return True
    rest = iter(known)
    return len(words) > 1 and all(word in rest for word in words)
