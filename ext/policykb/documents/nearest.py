"""The passage of a changed document that a lost quotation came from; nothing where that is not
sure."""

from __future__ import annotations

from rapidfuzz import fuzz

from policykb.evidence.document.closest import closest
from policykb.evidence.document.find import Match, find, split_runs
from policykb.evidence.document.source import Source
from policykb.text.normalize import normalize

_ALIKE = 84.0
"""How like the passage a run has to be, 0 to 100."""
_MARGIN = 6.0
"""How much less like it the next passage has to be."""


def nearest(source: Source, quote: str) -> str | None:
    """The quotation as the document now has it, every run at the only passage that is like it."""
    found = [_run(source, normalize(run)) for run in split_runs(quote)]
    if any(one is None for one in found):
        return None
    text = " […] ".join(one for one in found if one)
    return text if isinstance(find(source, text), Match) else None


def _run(source: Source, run: str) -> str | None:
    near = closest(source, run)
    if near is None:
        return None
    passage = normalize(near.passage)
    score = fuzz.ratio(run, passage)
    if score < _ALIKE or _second(source, run, near.start, near.end) > score - _MARGIN:
        return None
    return near.passage


def _second(source: Source, run: str, start: int, end: int) -> float:
    """How like the run the best passage elsewhere is."""
    rest = Source.of_text(f"{source.text[:start]}\n\n{source.text[end:]}", source.separator)
    other = closest(rest, run)
    return fuzz.ratio(run, normalize(other.passage)) if other else 0.0
