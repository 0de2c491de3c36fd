"""Where a person belongs: the person is named, and what stands between the names says so."""

import pytest
from tests.evidence.known import shown


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lind (Amgen)",
        "Anna Lind of Amgen met Takeda",
        "Anna Lind, with Amgen since 2010,",
        "Anna Lind, an analyst with Amgen,",
        "Anna Lind, who is with Amgen,",
        "Anna Lind, chief executive at Amgen,",
        "said Anna Lind, president and CEO of Amgen",
        "Anna Lind, who heads Amgen,",
        "Anna Lind joined Amgen in 2010",
        "Amgen's Anna Lind",
        "AmgenのAnna Lind",
        "Anna Lind, Amgen's chief executive,",
        "Anna Lind […] Chief Executive Amgen",
        "Amgen chief executive Anna Lind",
        "Amgen's chair, Anna Lind,",
        "President of Amgen Anna Lind",
        "the Amgen lab […] under Anna Lind",
    ],
)
def test_what_shows_where_somebody_belongs(text: str) -> None:
    assert shown("person", "affiliation", text, "ORG_AMGEN", "PER_LIND")


@pytest.mark.parametrize(
    "text",
    [
        "Amgen has a chief executive",
        "Anna Lind, formerly of Amgen,",
        "Anna Lind, former Amgen chief,",
        "former Amgen chief Anna Lind",
        "Anna Lind, who left Amgen,",
        "Anna Lind, a critic of Amgen,",
        "Anna Lind, CEO of Takeda, a partner of Amgen,",
        "Anna Lind, an investor in Amgen,",
        "Anna Lind of Takeda met Amgen",
        "Anna Lind of Takeda and Amgen staff",
        "Takeda chief Anna Lind signed with Amgen",
        "Amgen met Anna Lind of Takeda",
        "talks between Amgen and Anna Lind",
        "we work with Amgen, Anna Lind said",
        "Anna Lind, chief of Amgen's rival,",
    ],
)
def test_whom_somebody_deals_with_is_not_where_they_belong(text: str) -> None:
    assert not shown("person", "affiliation", text, "ORG_AMGEN", "PER_LIND")


def test_a_minister_belongs_to_the_ministry() -> None:
    text = "Minister of Health, Labor, and Welfare Anna Lind"
    assert shown("person", "affiliation", text, "ORG_MHLW", "PER_LIND")
