"""A fact has the same grade and reasons whichever records were graded before it."""

import functools
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.evidence import corpora

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.evidence import passage
from policykb.evidence.evidence import Evidence
from policykb.evidence.grade import grade_record

ROOT = Path(__file__).parents[2]
READING = ("policykb.text", "policykb.values", "policykb.evidence")
"""Packages that keep what they worked out for as long as the process runs."""
CUED = ("EVT_LEMUTHRIN", "POL_DIALYSIS_TARIFF", "POL_MIN_EFFICIENCY", "POL_PORT_FORMS")
"""Records of the corpus with a date that a word beside it contradicts."""

Grades = dict[tuple[str, str, int], tuple[str, ...]]


def forget() -> None:
    """Let go of all that the process keeps of what was read before."""
    passage.forget()
    modules = [one for name, one in sys.modules.items() if name.startswith(READING)]
    for kept in {id(one): one for module in modules for one in vars(module).values()}.values():
        if isinstance(kept, functools._lru_cache_wrapper):
            kept.cache_clear()


def together(base: Context, entries: Iterable[Entry]) -> Grades:
    """The grades of records as the program works them out, one record after the other."""
    return {
        (entry.id, one.fact.field, one.fact.index): (one.grade, *one.why)
        for entry in entries
        for one in grade_record(base.evidence, entry)
    }


def apart(base: Context, entries: Iterable[Entry], *, anew: bool = False) -> Grades:
    """The grades of records, each in evidence of its own; ``anew``: as the first of a process."""
    found: Grades = {}
    for entry in entries:
        if anew:
            forget()
        evidence = Evidence(base)
        evidence.names = base.evidence.names
        graded = grade_record(evidence, entry)
        found |= {
            (entry.id, one.fact.field, one.fact.index): (one.grade, *one.why) for one in graded
        }
    return found


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The base of the true facts of the corpus."""
    root = tmp_path_factory.mktemp("corpus")
    corpora.lay(corpora.read(), root)
    return engine.load(root)


def orders(entries: list[Entry]) -> Iterator[list[Entry]]:
    """The usual order, the reverse, and two shuffled ones."""
    yield entries
    yield entries[::-1]
    yield from (random.Random(seed).sample(entries, len(entries)) for seed in (1, 2))


def test_the_first_fact_of_a_process_is_graded_as_any_other(corpus: Context) -> None:
    some = [corpus.by_id[ident] for ident in CUED] + corpus.entries[::60]
    first = apart(corpus, some, anew=True)
    assert first == together(corpus, some) == apart(corpus, some[::-1])
    assert sum("others" in grade for grade in first.values()) >= len(CUED)


@pytest.mark.gate
def test_no_order_changes_a_grade(corpus: Context) -> None:
    for base in (engine.load(ROOT), corpus):
        entries = [entry for entry in base.entries if entry.raw.evidence]
        usual = together(base, entries)
        assert len(usual) > 100
        for some in orders(entries):
            forget()
            assert apart(base, some) == usual
