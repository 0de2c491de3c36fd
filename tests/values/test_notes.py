"""Gaps and inferences: ``field — why``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykb.values.base import BadValue
from policykb.values.notes import DISTINCT, NOTES, Note, is_reason


def test_entries_are_read_with_their_places() -> None:
    text = "funded_by — no source names one; status – not told, but likely; stake - left open"
    notes = NOTES.parse(text)
    assert [(note.field, note.why) for note in notes] == [
        ("funded_by", "no source names one"),
        ("status", "not told, but likely"),
        ("stake", "left open"),
    ]
    assert [text[note.start : note.end] for note in notes] == text.split("; ")


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[a-z][a-z_]{0,11}", fullmatch=True),
            st.text("abcdefgh ,.()é日", min_size=5).map(str.strip).filter(is_reason),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda pair: pair[0],
    )
)
def test_what_is_printed_is_read_again(pairs: list[tuple[str, str]]) -> None:
    text = NOTES.print([Note(field, why, 0, 0) for field, why in pairs])
    assert [(note.field, note.why) for note in NOTES.parse(text)] == pairs


@pytest.mark.parametrize(
    "why",
    [
        "",
        "unknown",
        "Unknown.",
        "n/a",
        "N.A.",
        "?",
        "???",
        "TBD",
        "-",
        "not known",
        "none",
        "42",
        "it is unknown",
        "...",
        "to be determined",
        "because",
    ],
)
def test_what_is_no_reason(why: str) -> None:
    with pytest.raises(BadValue) as found:
        NOTES.parse(f"status — {why}")
    assert found.value.kind == "reason"


@pytest.mark.parametrize("why", ["no source names a program", "not disclosed", "記載なし"])
def test_what_is_a_reason(why: str) -> None:
    assert NOTES.parse(f"status — {why}")[0].why == why


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("status", "reason"),
        ("status — a b; status — c d", "twice"),
        ("status — one thing; another thing", "form"),
        ("status — one thing;", "form"),
        ("no source tells", "form"),
        ("Status: no source tells", "form"),
    ],
)
def test_what_does_not_read(text: str, kind: str) -> None:
    with pytest.raises(BadValue) as found:
        NOTES.parse(text)
    assert found.value.kind == kind
    assert found.value.start is not None


def test_records_are_told_apart_with_a_reason_each() -> None:
    text = "ORG_A — the parent, not its plant; ORG_B2 - founded later"
    assert [(one.field, one.why) for one in DISTINCT.parse(text)] == [
        ("ORG_A", "the parent, not its plant"),
        ("ORG_B2", "founded later"),
    ]
    assert DISTINCT.print(DISTINCT.parse(text)) == text.replace(" - ", " — ")


@pytest.mark.parametrize("text", ["ORG_A", "ORG_A — x", "other — another body", "ORG_A — ", ";"])
def test_what_tells_no_record_apart_is_no_value(text: str) -> None:
    with pytest.raises(BadValue):
        DISTINCT.parse(text)
