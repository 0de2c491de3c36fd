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
        "Anna Lind, the Amgen's head of science, said",
        "Anna Lind, Amgen, said",
        "Anna Lind, lawyer at Amgen, said",
        "Anna Lind, nurse at Amgen, said",
        "Anna Lind, captain with Amgen, said",
        "Anna Lind, an epidemiologist at Amgen,",
        "Anna Lind, marine biologist at Amgen,",
        "Amgen epidemiologist Anna Lind",
        "Anna Lind, an Amgen lawyer, said",
        "Anna Lind has been named chief executive of Amgen",
        "Anna Lind was elected chair of Amgen",
        "Anna Lind was appointed to the board of Amgen",
        "Anna Lind, who chairs the board, has been chair of Amgen",
        "Amgen has appointed Anna Lind as",
        "Amgen has appointed Anna Lind as chief executive",
        "Amgen named Anna Lind chief financial officer",
        "Anna Lind, who works for Takeda and Amgen, said",
        "Anna Lind works for Amgen",
        "Anna Lind has joined Amgen",
        "Anna Lind, who is a lawyer at Amgen, said",
        "Anna Lind, 45, a lawyer at Amgen,",
        "Amgen today named Anna Lind its new chair",
        "Anna Lind, chief executive of both Takeda and Amgen, said",
        "Anna Lind, chief executive of both Amgen and Takeda, said",
        "Anna Lind, who leads offshore wind at Amgen,",
        "the chief of Amgen, Anna Lind, said",
        "Amgen社長のAnna Lind",
        "Amgenの社長、Anna Lind",
        "Anna Lind（Amgen社長）",
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
        "Anna Lind, former lawyer at Amgen, said",
        "former Amgen lawyer Anna Lind",
        "former Amgen epidemiologist Anna Lind",
        "Anna Lind, a patient at Amgen, said",
        "Anna Lind, an investor with Amgen, said",
        "Anna Lind, a supporter of Amgen, said",
        "Anna Lind, unhappy with Amgen, said",
        "Anna Lind, an analyst covering Amgen, said",
        "Anna Lind, head of a supplier to Amgen, said",
        "Anna Lind, who left Amgen, is chair of Takeda",
        "Anna Lind, Amgen and Takeda met",
        "Anna Lind, Amgen, and Takeda met",
        "According to Anna Lind, Amgen, which sells it, is",
        "Amgen met Anna Lind",
        "Amgen sued Anna Lind",
        "Amgen competitor Anna Lind",
        "Amgen has appointed Anna Lind as head of Takeda",
        "Amgen has appointed Anna Lind",
        "Anna Lind works with Amgen",
        "Anna Lind, who works for Takeda, and Amgen met",
        "Anna Lind, chief executive of Takeda and Amgen lawyers met",
        "the rival of Amgen, Anna Lind, said",
        "元Amgen社長のAnna Lind",
        "Amgen元社長のAnna Lind",
    ],
)
def test_whom_somebody_deals_with_is_not_where_they_belong(text: str) -> None:
    assert not shown("person", "affiliation", text, "ORG_AMGEN", "PER_LIND")


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Health, Labor, and Welfare Anna Lind",
        "Anna Lind, Minister of Health, Labor and Welfare, opened",
        "Anna Lind, the Minister of Health, Labor and Welfare, opened",
        "Anna Lind, Japan's Minister of Health, Labor and Welfare, opened",
        "The Minister of Health, Labor and Welfare, Anna Lind, opened",
        "Labour Minister Anna Lind opened",
        "Anna Lind, Labour Minister, opened",
        "The Labour Minister, Anna Lind, opened",
        "Anna Lind, Labour Ministry spokeswoman, said",
        "Anna Lind, Labour Minister of Japan, said",
        "Anna Lind was appointed Labour Minister.",
    ],
)
def test_a_minister_belongs_to_the_ministry(text: str) -> None:
    assert shown("person", "affiliation", text, "ORG_MHLW", "PER_LIND")


@pytest.mark.parametrize(
    "text",
    [
        "former Labour Minister Anna Lind opened",
        "shadow Labour Minister Anna Lind opened",
        "Anna Lind, former Labour Minister, opened",
        "Anna Lind, shadow Labour Minister, opened",
        "we work with the Labour Ministry, Anna Lind said",
        "Anna Lind, the Labour Ministry said, opened",
        "Anna Lind met the Labour Minister",
    ],
)
def test_who_deals_with_a_ministry_does_not_belong_to_it(text: str) -> None:
    assert not shown("person", "affiliation", text, "ORG_MHLW", "PER_LIND")
