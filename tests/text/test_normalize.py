"""The stated normalization, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykb.text.normalize import normalize, origins


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Takeda’s “plan”", 'Takeda\'s "plan"'),
        ("2024–25 — a ‑ b − c", "2024-25 - a - b - c"),
        ("ＡＢＣ　１２３％", "ABC 123%"),
        ("ﾊﾞｲｵ", "バイオ"),
        ("cafe\u0301", "café"),
        ("a \n\t b\u00a0c", "a b c"),
        ("厚生\n労働省 は", "厚生労働省は"),
        ("「策定」 METI \n が", "「策定」METIが"),
        ("ﬁrm…", "firm..."),
    ],
)
def test_what_is_the_same(text: str, same: str) -> None:
    assert normalize(text) == normalize(same) == same


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("10²", "102"),
        ("CO₂", "CO2"),
        ("½", "1/2"),
        ("½", "1⁄2"),
        ("Company", "company"),
        ("a, b", "a b"),
        ("a-b", "ab"),
        ("é", "e"),
        ("삼성 전자", "삼성전자"),
        ("㎡", "m2"),
        ("㎥", "m3"),
    ],
)
def test_what_is_not_the_same(text: str, other: str) -> None:
    assert normalize(text) != normalize(other)


@given(st.text())
def test_normalizing_twice_changes_nothing(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@given(st.text(st.sampled_from("aé\u0301ﾊﾞが\u3099 \n　ﬁ½²’—日１각\u11a8㌀"), max_size=12))
def test_every_character_is_traced_to_where_it_comes_from(text: str) -> None:
    plain = normalize(text)
    traced = origins(text)
    places = [(at, at + 1) for at in range(len(text))]
    if traced is not None:
        places = list(zip(*traced, strict=True))
    assert len(places) == len(plain)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    for char, (start, end) in zip(plain, places, strict=True):
        assert char in normalize(text[start:end]) or char == " "
