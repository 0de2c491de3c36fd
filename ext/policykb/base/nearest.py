"""The record a writer most likely meant: by id, title, alias or Japanese name."""

from policykb.base.entry import Entry, plainly
from policykb.base.index import Base, Guesses

CLOSE = 78.0
"""Similarity (0 to 100, Indel ratio) from which a name counts as meant."""


def nearest_entry(base: Base, text: str, types: tuple[str, ...] = ()) -> Entry | None:
    """The record whose id or name is nearest to ``text``; among equals, one of ``types``. What was
    asked before is remembered, since one lost record may be missed in a thousand places."""
    wanted = text.strip()
    asked = base.from_names(_asked)
    if (wanted, types) not in asked:
        asked[wanted, types] = _nearest(base, wanted, types)
    ident = asked[wanted, types]
    return None if ident is None else base.by_id[ident]


def _asked(base: Base) -> dict[tuple[str, tuple[str, ...]], str | None]:
    return {}


def _nearest(base: Base, wanted: str, types: tuple[str, ...]) -> str | None:
    exact = [entry for entry in base.by_name.get(wanted, ()) if not types or entry.type in types]
    if exact and exact[0].id in base.by_id:
        return exact[0].id
    pools = base.from_names(_pools)
    kinds = () if "any" in types else types
    if kinds not in pools:
        pools[kinds] = _pool(base, kinds)
    names, idents = pools[kinds]
    at = names.nearest(base.guesses, plainly(wanted), CLOSE)
    return None if at is None else idents[at]


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


def _pools(base: Base) -> dict[tuple[str, ...], tuple[Names, list[str]]]:
    return {}


def _pool(base: Base, types: tuple[str, ...]) -> tuple[Names, list[str]]:
    """The spellings of all records of some types (of none: of any), with the id of each."""
    names, idents = _known(base, types)
    return Names(names), idents


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
