"""The passage of a changed document that a lost quotation came from; nothing where that is not
sure."""

from functools import lru_cache

from rapidfuzz import fuzz

from policykb.documents.change import Change
from policykb.evidence.document.closest import closest
from policykb.evidence.document.find import Match, find, split_runs
from policykb.evidence.document.source import Source
from policykb.text.normalize import normalize

_ALIKE = 84.0
"""How like the passage a run has to be where nothing else tells, 0 to 100."""
_MARGIN = 6.0
"""How much less like it the next passage has to be."""


def nearest(source: Source, quote: str, before: Source | None = None) -> str | None:
    """The quotation as the document now has it: every run where the words around it are, as the
    document had them ``before``; else at the only new passage that is like it."""
    runs = [normalize(run) for run in split_runs(quote)]
    was = find(before, quote) if before else None
    if before and isinstance(was, Match):
        found = [*_change(before, source).places(runs, was.paragraph)]
    else:
        found = [_like(source, run) for run in runs]
    text = " […] ".join(filter(None, found))
    return text if all(found) and isinstance(find(source, text), Match) else None


_change = lru_cache(maxsize=1)(Change)


def _like(source: Source, run: str) -> str | None:
    """The only passage that is like a run."""
    near = closest(source, run)
    if near is None:
        return None
    score = fuzz.ratio(run, normalize(near.passage))
    if score < _ALIKE or _second(source, run, near.start, near.end) > score - _MARGIN:
        return None
    return near.passage


def _second(source: Source, run: str, start: int, end: int) -> float:
    """How like the run the best passage elsewhere is."""
    rest = Source.of_text(f"{source.text[:start]}\n\n{source.text[end:]}", source.separator)
    other = closest(rest, run)
    return fuzz.ratio(run, normalize(other.passage)) if other else 0.0
