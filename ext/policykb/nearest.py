"""The record a writer most likely meant: by id, title, alias or Japanese name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policykb.kb import Base, Entry

CLOSE = 78.0
"""Similarity (0 to 100, Indel ratio) from which a name counts as meant."""


def nearest_entry(base: Base, text: str, types: tuple[str, ...] = ()) -> Entry | None:
    """The record whose id or name is nearest to ``text``; among equals, one of ``types``."""
    from rapidfuzz import fuzz, process

    wanted = text.strip()
    exact = [entry for entry in base.by_name.get(wanted, ()) if not types or entry.type in types]
    if exact:
        return exact[0]
    pairs = base.from_names(_known)
    if types and "any" not in types:
        pairs = [pair for pair in pairs if base.by_id[pair[1]].type in types]
    names = [name for name, _ in pairs]
    best = process.extractOne(_fold(wanted), names, scorer=fuzz.ratio, score_cutoff=CLOSE)
    return base.by_id[pairs[best[2]][1]] if best else None


def _known(base: Base) -> list[tuple[str, str]]:
    """Every spelling of every record, with its id."""
    return [(name, ident) for ident, entry in base.by_id.items() for name in _spellings(entry)]


def nearest_word(word: str, words: list[str], cutoff: float = 70.0) -> str | None:
    """The one of ``words`` that ``word`` most likely misspells, or None."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), words, scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(best[0]) if best else None


def _spellings(entry: Entry) -> list[str]:
    from policykb.kb import names_of

    bare = entry.id.removeprefix(entry.model.PREFIX)
    return [_fold(name) for name in (entry.id, bare, *names_of(entry))]


def _fold(text: str) -> str:
    return text.casefold().replace("_", " ").replace("-", " ")
