"""Lost quotations are found again in changed documents, or nothing is proposed."""

from __future__ import annotations

from collections import Counter

from tests.documents.changed import DELETED, KINDS, Changed, cases
from tests.evidence import corpora

from policykb.documents.nearest import nearest
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source

FOUND, REFUSED, OVERLAP = 0.99, 0.96, 0.8
EACH, SEED = 40, 20


def texts() -> list[tuple[str, str, str]]:
    """Documents of the corpus with their quotations."""
    corpus = corpora.read()
    by_id = {one.id: one for one in corpus.documents}
    quotes = {(by_id[one.source], one.text) for record in corpus.records for one in record.quotes}
    return sorted(
        (document.language, document.text, quote)
        for document, quote in quotes
        if isinstance(find(Source.of_text(document.text), quote), Match)
    )


def outcome(case: Changed) -> str:
    """Whether what is proposed is right, wrong, or nothing; or the quotation still stands."""
    now = Source.of_text(case.after)
    if isinstance(find(now, case.quote), Match):
        return "stands"
    proposed = nearest(now, case.quote, Source.of_text(case.before))
    place = find(now, proposed) if proposed else None
    if not isinstance(place, Match):
        return "none"
    pairs = [*zip(place.runs, case.spans, strict=False)]
    same = len(place.runs) == len(case.spans) and all(overlap(*pair) for pair in pairs)
    return "right" if same else "wrong"


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both >= OVERLAP * (max(one[1], other[1]) - min(one[0], other[0]))


def test_twelve_kinds_of_change_are_followed_and_deletions_are_told() -> None:
    found = {kind: Counter[str]() for kind in (*KINDS, *DELETED)}
    languages = set()
    for case in cases(texts(), SEED, EACH):
        found[case.kind][outcome(case)] += 1
        languages.add(case.language)
    changed = sum((found[kind] for kind in KINDS), Counter[str]())
    deleted = sum((found[kind] for kind in DELETED), Counter[str]())
    lost = changed.total() - changed["stands"]
    assert len(KINDS) == 12
    assert languages >= {"en", "ja"}
    assert lost >= 250
    assert changed["wrong"] == 0, found
    assert changed["right"] >= FOUND * lost, found
    assert deleted["none"] >= REFUSED * deleted.total(), found
