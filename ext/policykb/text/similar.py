"""Words that are nearly the same."""


def nearest_word(word: str, words: list[str], cutoff: float = 70.0) -> str | None:
    """The one of ``words`` that ``word`` most likely misspells, or None."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), words, scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(best[0]) if best else None
