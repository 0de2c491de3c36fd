"""The knowledge base itself: nothing of a source is passed over, and records stay short."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.export.plain import plain
from policykb.text.normalize import normalize

SENTENCE_END = re.compile(r"(?<=[.!?。])\s+(?=[A-Z“\"【【※▽])|\n")
BRITISH = re.compile(
    r"\b(?:organis[ae]|harmonis|commercialis|recognis|summaris|centre\b|programme|labour\b|"
    r"favour|behaviour|colour|licence|judgement|catalogue)",
    re.I,
)


@pytest.fixture(scope="module")
def base(root: Path) -> Context:
    return engine.load(root)


@pytest.fixture(scope="module")
def excused(root: Path) -> dict[str, list[tuple[str, str]]]:
    """Source id to (beginning of a passage, reason)."""
    with (root / "seeds/coverage.toml").open("rb") as file:
        listed = tomllib.load(file)["passage"]
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for item in listed:
        found[item["source"]].append((item["passage"], item["reason"]))
    return found


def quoted(base: Context, source_id: str) -> list[tuple[int, int]]:
    return [
        span
        for checked in base.evidence.quoting(source_id)
        if checked.match
        for span in checked.match.runs
    ]


def sentences(text: str) -> list[tuple[int, int, str]]:
    """Start, end and text of each sentence or heading line."""
    found = []
    at = 0
    for end in [match.start() for match in SENTENCE_END.finditer(text)] + [len(text)]:
        bare = text[at:end].strip()
        if any(char.isalnum() for char in bare):
            start = at + text[at:end].index(bare)
            found.append((start, start + len(bare), bare))
        at = end
    return found


def test_each_sentence_of_each_source_is_quoted_or_excused(
    base: Context, excused: dict[str, list[tuple[str, str]]]
) -> None:
    passed_over = []
    for source_id, source in base.evidence.sources.items():
        spans = quoted(base, source_id)
        listed = [normalize(passage) for passage, _ in excused[source_id]]
        for start, end, text in sentences(source.text):
            if any(first < end and start < last for first, last in spans):
                continue
            if not any(passage in normalize(text) for passage in listed):
                passed_over.append(f"{source_id}: {text[:80]}")
    assert passed_over == []


def test_each_excuse_stands_in_its_source_with_a_reason(
    base: Context, excused: dict[str, list[tuple[str, str]]]
) -> None:
    for source_id, listed in excused.items():
        source = base.evidence.sources[source_id]
        for passage, reason in listed:
            assert normalize(passage) in source.normalized, passage
            assert reason.strip(), passage


def test_no_excused_passage_is_quoted_after_all(
    base: Context, excused: dict[str, list[tuple[str, str]]]
) -> None:
    for source_id, listed in excused.items():
        spans = quoted(base, source_id)
        units = sentences(base.evidence.sources[source_id].text)
        for passage, _ in listed:
            size = len(passage)
            begun = [
                start for start, _, text in units if normalize(text).startswith(normalize(passage))
            ]
            free = [
                start
                for start in begun
                if not any(first < start + size and start < last for first, last in spans)
            ]
            assert free or not begun, passage


def prose(base: Context, entry: Entry) -> str:
    text = entry.page.text
    return plain(base, "\n\n".join(text[start:end] for start, end in entry.raw.prose))


def records(base: Context) -> list[Entry]:
    return [entry for entry in base.entries if entry.type != "source"]


def test_records_are_short_and_say_something(base: Context) -> None:
    for entry in records(base):
        words = prose(base, entry).split()
        assert len(words) <= 80, entry.id


def test_nothing_claims_a_review_that_nobody_made(base: Context) -> None:
    assert [entry.id for entry in base.entries if entry.text("reviewed")] == []


def test_own_words_are_in_american_spelling(base: Context) -> None:
    for entry in records(base):
        own = prose(base, entry)
        for title in (other.title for other in base.entries):
            own = own.replace(title, "")
        assert not BRITISH.search(own), f"{entry.id}: {BRITISH.search(own)}"


def test_titles_are_unique(base: Context) -> None:
    titles = [entry.title for entry in base.entries]
    assert sorted(titles) == sorted(set(titles))


def test_own_words_have_one_kind_of_apostrophe(base: Context) -> None:
    for entry in base.entries:
        editorial = (entry.title, entry.text("aliases"), entry.text("gap"), entry.text("inferred"))
        assert "’" not in " ".join((prose(base, entry), *editorial)), entry.id
    briefs = [page for page in base.pages if page.path.startswith("docs/briefs/")]
    assert [page.path for page in briefs if "’" in page.text] == []


def test_each_type_says_first_what_its_readers_came_for(base: Context) -> None:
    found = [
        item for item in engine.check(base.root)[1].diagnostics if item.code in ("PKB620", "PKB621")
    ]
    assert [(item.record, item.message) for item in found] == []
