"""How the grades judge the corpus: true facts shown, false ones surfaced, by kind.

``python -m tests.evidence.score`` prints the tables, and every fact that went wrong.

A false fact is *surfaced* where it is refused or to be read; *rightly* so where the grade or one of
its reasons is one that its kind asks for.
"""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evidence import corpora
from tests.evidence.corpora import Corpus, Falsehood, Record

from policykb.model import TYPES

Key = tuple[str, str, str]
"""Record, field, and value as written."""


@dataclass(frozen=True)
class Verdict:
    """A grade with its reasons."""

    grade: str
    why: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.grade, *self.why])

    @property
    def words(self) -> frozenset[str]:
        """What a kind of falsehood may ask for."""
        return frozenset([self.grade, *self.why])


Grader = Callable[[Path], dict[Key, Verdict]]
"""Grades every fact of the base in a folder."""

SWAPPED = "swapped direction"
LOST = Verdict("refused", ("not listed",))
SURFACED = frozenset({"refused", "to-read"})


def grade(root: Path) -> dict[Key, Verdict]:
    """The grades of a base, by this very code."""
    from policykb.check import engine
    from policykb.evidence.review import listing

    return verdicts_of(listing(engine.load(root).evidence))


def verdicts_of(listed: dict[str, Any]) -> dict[Key, Verdict]:
    """The verdicts of what ``review --list --format json`` lists."""
    return {
        (one["record"], one["field"], one["value"]): Verdict(one["grade"], tuple(one["why"]))
        for one in listed["facts"]
    }


@dataclass(frozen=True)
class Outcome:
    """What became of one fact; ``kind`` is empty for a true one."""

    writing: str
    kind: str
    key: Key
    verdict: Verdict

    @property
    def surfaced(self) -> bool:
        return self.verdict.grade in SURFACED

    def rightly(self, asks: frozenset[str]) -> bool:
        """Whether a false fact was surfaced for a reason that its kind asks for."""
        return self.surfaced and bool(asks & self.verdict.words)


def outcomes(corpus: Corpus, grader: Grader = grade) -> list[Outcome]:
    """Grade the true base, then each false fact, one a record at a time."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        corpora.lay(corpus, root)
        found = list(_true(corpus, grader(root)))
        for turn in _turns(corpus.falsehoods):
            for false in turn:
                corpora.put(corpora.falsified(false), root)
            found += _false(turn, grader(root))
            for false in turn:
                corpora.put(false.record, root)
    return found


def _turns(falsehoods: tuple[Falsehood, ...]) -> list[list[Falsehood]]:
    """The false facts in rounds, of a record one a round. What a link the wrong way round names is
    not false in the same round, so that it has the right one."""
    turns: list[list[Falsehood]] = []
    touched: list[set[str]] = []
    for one in falsehoods:
        ids = {one.record.id, one.value} if one.kind == SWAPPED else {one.record.id}
        at = next((at for at, seen in enumerate(touched) if not ids & seen), len(turns))
        if at == len(turns):
            turns.append([])
            touched.append(set())
        turns[at].append(one)
        touched[at] |= ids
    return turns


def _true(corpus: Corpus, grades: dict[Key, Verdict]) -> Iterator[Outcome]:
    for record in corpus.records:
        for field, value in items(record):
            key = record.id, field, value
            yield Outcome(corpus.writings[record.id], "", key, grades.get(key, LOST))


def items(record: Record) -> Iterator[tuple[str, str]]:
    """Each true fact: a list is as many facts as it has items."""
    specs = TYPES[record.type].specs
    for field, value in record.facts.items():
        many = specs[field].many
        yield from ((field, one.strip()) for one in (value.split(",") if many else [value]))


def _false(turn: list[Falsehood], grades: dict[Key, Verdict]) -> Iterator[Outcome]:
    for one in turn:
        key = one.record.id, one.field, one.value
        yield Outcome(one.writing, one.kind, key, grades.get(key, LOST))


@dataclass(frozen=True)
class Row:
    """A line of a table of true facts."""

    total: int
    refused: int
    accepted: int

    def __str__(self) -> str:
        read = self.total - self.refused - self.accepted
        share = 100 * self.accepted / self.total
        return f"{self.total:4} {self.refused:8} {read:8} {self.accepted:8} {share:5.0f} %"


def true_row(found: list[Outcome]) -> Row:
    """Count true facts."""
    grades = Counter(one.verdict.grade for one in found)
    return Row(len(found), grades["refused"], grades["shown"] + grades["pointed"])


def by(found: list[Outcome], name: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    """Group outcomes by a name, sorted."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        groups[name(one)].append(one)
    return dict(sorted(groups.items()))


def tables(found: list[Outcome]) -> Iterator[str]:
    """The tables: true facts by writing and field, false ones by kind and writing."""
    true = [one for one in found if not one.kind]
    false = [one for one in found if one.kind]
    yield f"{'true facts':26} {'all':>4} refused  to-read    shown  share"
    for title, name in (("writing", _writing), ("field", _field)):
        for group, members in by(true, name).items():
            yield f"  {title + ' ' + group:24} {true_row(members)}"
    yield f"  {'all':24} {true_row(true)}"
    asks = corpora.kinds()
    yield f"{'false facts':26} {'all':>4} refused  to-read  surfaced  share  rightly"
    for group, members in by(false, lambda one: one.kind).items():
        yield _false_line(group, members, asks)
    for group, members in by(false, _writing).items():
        yield _false_line(f"writing {group}", members, asks)
    yield _false_line("all", false, asks)


def _writing(one: Outcome) -> str:
    return one.writing


def _field(one: Outcome) -> str:
    return one.key[1]


def _false_line(name: str, found: list[Outcome], asks: dict[str, frozenset[str]]) -> str:
    refused = sum(one.verdict.grade == "refused" for one in found)
    surfaced = sum(one.surfaced for one in found)
    right = sum(one.rightly(asks[one.kind]) for one in found)
    share = 100 * surfaced / len(found)
    counts = f"{len(found):4} {refused:7} {surfaced - refused:8} {surfaced:9} {share:5.0f} %"
    return f"  {name:24} {counts} {right:8}"


def faults(found: list[Outcome]) -> Iterator[str]:
    """Every true fact that is not accepted, and every false one that is."""
    for one in found:
        key = " ".join(one.key)
        if not one.kind and one.surfaced:
            yield f"true ({one.writing}): {key}: {one.verdict}"
        elif one.kind and not one.surfaced:
            yield f"false ({one.writing}, {one.kind}): {key}: {one.verdict}"


def main() -> None:
    """Print the tables and the faults."""
    found = outcomes(corpora.read())
    print("\n".join([*faults(found), *tables(found)]))


if __name__ == "__main__":
    main()
