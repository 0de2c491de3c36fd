"""Whose country it is: a country's word that stands with the record's own name."""

import pytest
from tests.evidence.known import shown

LIKE_LONZA = "Such as Lonza in Switzerland and Samsung Biologics in South Korea have grown"
DEAL = (
    "American biotechnology company Amgen has entered an exclusive agreement with Japanese "
    "pharmaceutical company Daiichi Sankyo"
)
SOLD = "a trio of Japanese biosimilar approvals, to be sold via its local partner Fuji Pharma"


@pytest.mark.parametrize(
    ("text", "record", "country"),
    [
        ("Taiwan’s Mycenax have formed", "ORG_MYCENAX", "TW"),
        (LIKE_LONZA, "ORG_LONZA", "CH"),
        (LIKE_LONZA, "ORG_SAMSUNG", "KR"),
        ("Japanese generics firms Sawai and Nichi-Iko are", "ORG_SAWAI", "JP"),
        ("Japanese generics firms Sawai and Nichi-Iko are", "ORG_NICHI_IKO", "JP"),
        ("while Fujifilm in Japan is expanding", "ORG_FUJI", "JP"),
        (DEAL, "ORG_AMGEN", "US"),
        (DEAL, "ORG_DAIICHI", "JP"),
        ("BIO members like Eisai based in Japan", "ORG_EISAI", "JP"),
        ("by the Japanese Ministry of Health, Labor and Welfare", "ORG_MHLW", "JP"),
        ("Alfresa Holdings is one of Japan’s leading companies", "ORG_ALFRESA", "JP"),
        ("Amgen, an American biotechnology company", "ORG_AMGEN", "US"),
        ("US-based Amgen", "ORG_AMGEN", "US"),
        ("US-based Lonza and Amgen", "ORG_AMGEN", "US"),
        ("Lonza (Switzerland)", "ORG_LONZA", "CH"),
        ("Eisai (Tokyo, Japan)", "ORG_EISAI", "JP"),
        ("Eisai Co., Ltd. (Japan)", "ORG_EISAI", "JP"),
        ("U.S. BIO’s mission", "ORG_BIO", "US"),
        ("US companies such as Amgen", "ORG_AMGEN", "US"),
        ("US companies, including Lonza and Amgen,", "ORG_AMGEN", "US"),
        ("US firms Lonza, Amgen, and Eisai", "ORG_AMGEN", "US"),
        ("the US company, Amgen, said", "ORG_AMGEN", "US"),
        ("Japan's largest drugmaker, Eisai, said", "ORG_EISAI", "JP"),
        ("Eisai, a Japan-based drugmaker", "ORG_EISAI", "JP"),
        ("Eisai, Japan, said", "ORG_EISAI", "JP"),
        ("Eisai is a drugmaker based in Japan", "ORG_EISAI", "JP"),
        ("Eisai and Takeda, both Japanese companies", "ORG_EISAI", "JP"),
        ("Taiwanese CDMO Mycenax", "ORG_MYCENAX", "TW"),
        ("US biopharma Amgen", "ORG_AMGEN", "US"),
        ("Amgen, one of the largest US biotechs", "ORG_AMGEN", "US"),
        ("US pharma major Amgen", "ORG_AMGEN", "US"),
        ("Japanese trading house Eisai", "ORG_EISAI", "JP"),
        ("Singapore firm Lonza", "ORG_LONZA", "SG"),
        ("European firm Lonza", "ORG_LONZA", "EU"),
        ("日本のEisaiは", "ORG_EISAI", "JP"),
        ("米国のAmgenは", "ORG_AMGEN", "US"),
        ("Amgen（米国）は", "ORG_AMGEN", "US"),
        ("Mycenax（本社：台湾）は", "ORG_MYCENAX", "TW"),
        ("Tbilisi, Georgia-based Lonza", "ORG_LONZA", "GE"),
    ],
)
def test_what_shows_a_country(text: str, record: str, country: str) -> None:
    assert shown("org", "country", text, country, record)


@pytest.mark.parametrize(
    ("text", "record", "country"),
    [
        ("MBI is a pioneer in Taiwan’s CDMO market", "ORG_MYCENAX", "TW"),
        ("Taiwan’s market giant Mycenax", "ORG_MYCENAX", "TW"),
        ("Mycenax. The firm is in Taiwan", "ORG_MYCENAX", "TW"),
        (LIKE_LONZA, "ORG_LONZA", "KR"),
        (LIKE_LONZA, "ORG_SAMSUNG", "KP"),
        (LIKE_LONZA, "ORG_SAMSUNG", "CH"),
        (DEAL, "ORG_AMGEN", "JP"),
        (DEAL, "ORG_DAIICHI", "US"),
        (SOLD, "ORG_FUJI_PHARMA", "JP"),
        ("sold by Fuji Pharma in Japan", "ORG_FUJI_PHARMA", "JP"),
        ("the Japan BioIndustry Association (JBA)", "ORG_JBA", "JP"),
        ("Japan's PMDA and Amgen agreed", "ORG_AMGEN", "JP"),
        ("Japan's largest foreign firm Amgen", "ORG_AMGEN", "JP"),
        ("Japan's biggest supplier Amgen", "ORG_AMGEN", "JP"),
        ("US tariffs hit Amgen", "ORG_AMGEN", "US"),
        ("US Amgen sales rose", "ORG_AMGEN", "US"),
        ("Amgen is not an American company", "ORG_AMGEN", "US"),
        ("Amgen is no American company", "ORG_AMGEN", "US"),
        ("not an American company, Amgen,", "ORG_AMGEN", "US"),
        ("formerly American firm Amgen", "ORG_AMGEN", "US"),
        ("the Japanese market, where Amgen", "ORG_AMGEN", "JP"),
        ("Amgen, the Japanese government said", "ORG_AMGEN", "JP"),
        ("Amgen, Japanese drugmaker Takeda said", "ORG_AMGEN", "JP"),
        ("Amgen is one of the Japanese firm's partners", "ORG_AMGEN", "JP"),
        ("Amgen, a Japanese company's rival", "ORG_AMGEN", "JP"),
        ("Amgen, Japanese firms and others", "ORG_AMGEN", "JP"),
        ("Amgen, Japan and the EU", "ORG_AMGEN", "JP"),
        ("the Japanese firm Amgen works with is", "ORG_AMGEN", "JP"),
        ("Amgen (Japan) is a unit of", "ORG_AMGEN", "JP"),
        ("Amgen in Japan Street", "ORG_AMGEN", "JP"),
        ("South American company Amgen", "ORG_AMGEN", "US"),
        ("American Indian company Amgen", "ORG_AMGEN", "IN"),
        ("West Indian company Amgen", "ORG_AMGEN", "IN"),
        ("non-American company Amgen", "ORG_AMGEN", "US"),
        ("North Korean firm Samsung Biologics", "ORG_SAMSUNG", "KR"),
        ("New Mexican firm Amgen", "ORG_AMGEN", "MX"),
        ("New Jersey-based Amgen", "ORG_AMGEN", "JE"),
        ("Northern Irish company Amgen", "ORG_AMGEN", "IE"),
        ("Equatorial Guinean company Amgen", "ORG_AMGEN", "GN"),
        ("Amgen in Atlanta, Georgia, is", "ORG_AMGEN", "GE"),
        ("Amgen in Lebanon, Tennessee, is", "ORG_AMGEN", "LB"),
        ("Congolese firm Amgen", "ORG_AMGEN", "CG"),
        ("global company Amgen", "ORG_AMGEN", "WORLD"),
    ],
)
def test_what_does_not_show_a_country(text: str, record: str, country: str) -> None:
    assert not shown("org", "country", text, country, record)


def test_an_equatorial_guinean_firm_is_of_its_own_country() -> None:
    assert shown("org", "country", "Equatorial Guinean company Amgen", "GQ", "ORG_AMGEN")
