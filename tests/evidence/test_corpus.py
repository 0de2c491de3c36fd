"""The corpus is what it says, and the grades keep their floors on it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.evidence import corpora, score, verdict_diff
from tests.evidence.score import Outcome, Verdict

from policykb.check import engine
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source

CORPUS = corpora.read()


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return score.outcomes(CORPUS)


def part(found: list[Outcome], japanese: bool, false: bool) -> list[Outcome]:
    return [
        one for one in found if (one.writing == "japanese") is japanese and bool(one.kind) is false
    ]


def test_the_corpus_is_large_enough_in_each_kind_of_writing() -> None:
    false = score.by(
        [Outcome(one.writing, one.kind, ("", "", ""), score.LOST) for one in CORPUS.falsehoods],
        lambda one: one.writing,
    )
    true = dict.fromkeys(false, 0)
    for record in CORPUS.records:
        true[CORPUS.writings[record.id]] += len(list(score.items(record)))
    assert len(true) == 10
    assert min(true.values()) >= 20
    assert min(map(len, false.values())) >= 20
    assert {one.kind for one in CORPUS.falsehoods} == corpora.kinds().keys()


def quotations() -> Iterator[tuple[str, str]]:
    for record in CORPUS.records:
        yield from ((one.source, one.text) for one in record.quotes)
    yield from ((one.source, one.quote) for one in CORPUS.falsehoods)


def test_every_quotation_of_the_corpus_stands_in_its_text(tmp_path: Path) -> None:
    sources = {}
    for document in CORPUS.documents:
        (tmp_path / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
        sources[document.id] = Source(tmp_path, f"{document.id}.txt", document.paragraphs)
    lost = [
        text for source, text in quotations() if not isinstance(find(sources[source], text), Match)
    ]
    assert lost == []


def test_every_record_of_the_corpus_can_be_read(tmp_path: Path) -> None:
    corpora.lay(CORPUS, tmp_path)
    report = engine.check(tmp_path)
    assert {one.code for one in report[1].diagnostics if one.code < "PKB3"} <= {"PKB204", "PKB207"}


@pytest.mark.parametrize(
    ("japanese", "refused", "shown", "surfaced"),
    [(False, 0.01, 0.65, 0.93), (True, 0.01, 0.82, 0.96)],
    ids=["en", "ja"],
)
def test_true_facts_are_accepted_and_false_ones_surfaced(
    found: list[Outcome], japanese: bool, refused: float, shown: float, surfaced: float
) -> None:
    true = score.true_row(part(found, japanese, false=False))
    false = part(found, japanese, false=True)
    print("\n".join([*score.faults(found), *score.tables(found)]))
    assert true.refused <= refused * true.total
    assert true.accepted >= shown * true.total
    assert sum(one.surfaced for one in false) >= surfaced * len(false)


def test_every_kind_of_falsehood_is_surfaced_and_mostly_for_its_own_reason(
    found: list[Outcome],
) -> None:
    asks = corpora.kinds()
    for kind, members in score.by([one for one in found if one.kind], lambda one: one.kind).items():
        if asks[kind] and len(members) >= 10:
            assert sum(one.surfaced for one in members) >= 0.85 * len(members), kind
            assert sum(one.rightly(asks[kind]) for one in members) >= 0.65 * len(members), kind


SHOWN, READ, REFUSED = Verdict("shown"), Verdict("to-read", ("others",)), Verdict("refused")


@pytest.mark.parametrize(
    ("kind", "was", "now", "judged"),
    [
        ("", SHOWN, READ, "worse"),
        ("", SHOWN, REFUSED, "worse"),
        ("", READ, REFUSED, "worse"),
        ("", REFUSED, READ, "better"),
        ("", READ, SHOWN, "better"),
        ("", SHOWN, Verdict("pointed"), "other"),
        ("hedged", SHOWN, READ, "better"),
        ("hedged", REFUSED, SHOWN, "worse"),
        ("hedged", REFUSED, READ, "other"),
    ],
)
def test_a_change_of_verdict_is_judged_by_whether_the_fact_is_true(
    kind: str, was: Verdict, now: Verdict, judged: str
) -> None:
    assert verdict_diff.judged(kind, was, now) == judged


def test_verdicts_are_compared_fact_by_fact() -> None:
    one, two, gone = ("A", "f", "1"), ("B", "f", "2"), ("C", "f", "3")
    old = {("docs", "", one): SHOWN, ("press", "hedged", two): SHOWN, ("docs", "", gone): SHOWN}
    new = {("docs", "", one): SHOWN, ("press", "hedged", two): READ}
    lines = list(verdict_diff.report(list(verdict_diff.differences(old, new))))
    assert lines == [
        "2 verdicts changed: 1 worse, 1 better, 0 other",
        "worse: docs: C f 3: shown → refused not listed",
        "better: press (false: hedged): B f 2: shown → to-read others",
    ]
    shown = verdict_diff.markdown(["<b> @a", *["x"] * 60])
    assert shown[3:5] == ["- &#60;b&#62; &#64;\u200ba", "- x"]
    assert shown[-1] == "- … and 11 more"
    assert list(verdict_diff.report([])) == ["No fact changed its verdict."]


def test_a_revision_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict_diff.main(["no-such-revision"]) == 2
    assert "no-such-revision" in capsys.readouterr().err
    assert verdict_diff.main([]) == 2


def test_two_processes_grade_as_this_one(root: Path) -> None:
    records = tuple(one for one in CORPUS.records if CORPUS.writings[one.id] == "order")
    with tempfile.TemporaryDirectory() as folder:
        corpora.lay(corpora.Corpus(CORPUS.documents, records, (), CORPUS.writings), Path(folder))
        assert verdict_diff.grader(root / "ext")(Path(folder)) == score.grade(Path(folder))
