"""Records by any name, mistyped or in part."""

import unicodedata

from policykb.base.entry import Entry, names_of
from policykb.base.index import Base

CLOSE = 72.0
"""Similarity (0 to 100) from which a name is listed."""


def find_records(
    base: Base, text: str, types: tuple[str, ...] = (), limit: int = 8
) -> list[tuple[Entry, str]]:
    """The records that ``text`` may mean, best first, each with the name that is nearest to it."""
    from rapidfuzz import fuzz

    wanted = _fold(text)
    scored: list[tuple[float, str, Entry, str]] = []
    for entry in base.by_id.values():
        if types and entry.type not in types:
            continue
        best, said = 0.0, entry.title
        for name in (entry.id, entry.id.removeprefix(entry.model.prefix), *names_of(entry)):
            folded = _fold(name)
            score = fuzz.ratio(wanted, folded)
            if wanted in folded:
                score = max(score, 90 + 10 * len(wanted) / len(folded))
            elif len(wanted) > 3:
                score = max(score, 0.9 * fuzz.token_set_ratio(wanted, folded))
            if score > best:
                best, said = score, name
        if best >= CLOSE:
            scored.append((-best, entry.id, entry, said))
    scored.sort(key=lambda item: item[:2])
    return [(entry, said) for _, _, entry, said in scored[:limit]]


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(plain.replace("_", " ").replace("-", " ").split())
