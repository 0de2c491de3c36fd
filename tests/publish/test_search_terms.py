"""How texts and queries are read alike for the search."""

import os
from contextlib import closing

import pytest

from policykb.publish.files.pagefind_service import Service
from policykb.publish.files.search_terms import Reader, table

READER = Reader(table(["quay; wharf"]))


@pytest.mark.parametrize(
    "group",
    [
        ("20%", "20 %", "20 percent", "20 per cent", "２０％", "20パーセント"),
        ("500 billion yen", "¥500 billion", "JPY 500bn", "5000億円", "500,000 million yen"),
        ("13億円", "１３億円", "1.3 billion yen", "1,300,000,000 JPY"),
        ("FY2022", "FY 2022", "fiscal 2022", "fiscal year 2022", "2022年度"),
        ("2021-02-18", "2021年02月18日", "2021年2月18日", "18 February 2021"),
        ("バイオ", "ﾊﾞｲｵ", "ハ\u3099イオ"),
        ("CDMO", "ＣＤＭＯ", "cdmo"),
        ("overseas", "abroad", "Abroad"),
        ("subsidy", "grants", "subsidies"),
        ("厚生労働省", "厚労省"),
        ("quay", "wharf", "Wharfs"),
        ("Zürich", "Zurich", "ZU\u0308RICH"),
        ("Straße", "STRASSE", "STRAẞE"),
    ],
)
def test_what_means_the_same_is_read_alike(group: tuple[str, ...]) -> None:
    read = {text: READER.terms(text) for text in group}
    assert len({tuple(words) for words in read.values()}) == 1, read
    assert all(read.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [("20%", "2021"), ("20%", "20 yen"), ("5億円", "50億円"), ("2.5", "25")],
)
def test_what_does_not_is_not(one: str, other: str) -> None:
    assert READER.terms(one) != READER.terms(other)


def test_any_part_of_a_japanese_run_is_a_phrase_of_it() -> None:
    whole = " ".join(READER.terms("東証プライムの薬価は13億円だ"))
    for part in ("薬価", "プライム", "価は13億円", "億円だ"[2:]):
        assert " ".join(READER.terms(part)) in whole


def test_a_name_is_found_by_the_whole_name_alone() -> None:
    assert READER.name("AND Pharma") == READER.name("and  ＰＨＡＲＭＡ")
    assert READER.name("AND Pharma") != READER.name("Pharma")


def test_a_hyphen_joins_as_well() -> None:
    assert READER.joined("a Bio-similar of follow-on kind") == ["biosimilar", "followon"]


def test_the_index_is_made_whatever_the_environment_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PWD", os.fsdecode(b"/caf\xe9"))
    page = {"url": "a.html", "content": "Words of a page.", "language": "en"}
    with closing(Service([page])) as made:
        assert dict(made.files())
