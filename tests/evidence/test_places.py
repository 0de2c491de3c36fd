"""Countries as places: territory, geography, jurisdiction."""

import pytest
from tests.evidence.known import shown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("to commercialise nine of its biosimilars in Japan", "JP"),
        ("trio of Japanese biosimilar approvals", "JP"),
        ("Japan's market", "JP"),
        ("outside the US, but in Japan", "JP"),
        ("the global pharmaceutical market", "WORLD"),
        ("sales around the world rose", "WORLD"),
        ("日本の市場", "JP"),
        ("in the Democratic Republic of Congo", "CD"),
        ("US sales rose", "US"),
        ("rights for Georgia", "GE"),
        ("THE US MARKET", "US"),
        ("it covers Japan", "JP"),
        ("it won rights in Japan", "JP"),
        ("not only in Japan", "JP"),
    ],
)
def test_what_names_a_place(text: str, code: str) -> None:
    assert shown("indicator", "geography", text, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("commercialisation outside Japan", "JP"),
        ("outside the US and Japan", "JP"),
        ("excluding the US, EU and Japan", "JP"),
        ("Asia ex-Japan", "JP"),
        ("Asia ex Japan", "JP"),
        ("Asia apart from Japan", "JP"),
        ("in Asia, not in Japan", "JP"),
        ("Asia (excluding Japan)", "JP"),
        ("Asia (Japan excluded)", "JP"),
        ("Asia with Japan not included", "JP"),
        ("non-Japanese markets", "JP"),
        ("the Japan BioIndustry Association", "JP"),
        ("Japan Tobacco sells it", "JP"),
        ("the Bank of Japan's rates", "JP"),
        ("the Japanese company Takeda sells it", "JP"),
        ("Japan-based Takeda sells it", "JP"),
        ("Japan's Takeda sells it", "JP"),
        ("South America", "US"),
        ("in japan", "JP"),
        ("US$5 was paid", "US"),
        ("US dollars were paid", "US"),
        ("CONTACT US IN KOREA", "US"),
        ("Chinese hamster cells", "CN"),
        ("the Republic of China (Taiwan)", "CN"),
        ("Indo-China", "CN"),
        ("Turkey sandwiches", "TR"),
        ("Chad Smith sold it", "TD"),
        ("Michael Jordan sold it", "JO"),
        ("in North Korea", "KR"),
        ("the Democratic People's Republic of Korea", "KR"),
        ("the Democratic Republic of Congo", "CG"),
        ("New Guinea", "GN"),
        ("the state of Georgia", "GE"),
        ("Atlanta, Georgia, is where", "GE"),
        ("the World Health Organization", "WORLD"),
        ("the World Bank", "WORLD"),
        ("a world-class firm", "WORLD"),
        ("the developing world", "WORLD"),
        ("a global company", "WORLD"),
        ("the rights exclude Japan", "JP"),
        ("it excludes Korea and Japan", "JP"),
        ("everywhere but Japan", "JP"),
        ("everywhere but in Japan", "JP"),
        ("it does not cover Japan", "JP"),
        ("it doesn't cover Japan", "JP"),
        ("with no rights in Japan", "JP"),
        ("it lost its rights in Japan", "JP"),
        ("the world excl. Japan", "JP"),
    ],
)
def test_what_names_no_place(text: str, code: str) -> None:
    assert not shown("indicator", "geography", text, code)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("US tariffs on Japan to be amended", "US", True),
        ("US tariffs on Japan to be amended", "JP", False),
        ("US tariffs on the EU and Japan", "JP", False),
        ("the US tariff hits Japan", "JP", False),
        ("the US tariff on imports from Japan", "JP", False),
        ("the Japanese law on firms in the US", "US", False),
        ("Japan's health ministry adopted it", "JP", True),
        ("the Japanese government adopted it", "JP", True),
        ("adopted in Japan", "JP", True),
        ("Heat Plan for Germany", "DE", True),
        ("It is binding for Germany", "DE", True),
        ("It is binding on Germany", "DE", True),
        ("The plan applies to Norway", "NO", True),
        ("in force in Norway", "NO", True),
        ("tariffs on Norway", "NO", False),
        ("The tariff applies to Norway", "NO", False),
        ("the US plan for Norway", "NO", False),
        ("duties for Norway", "NO", False),
    ],
)
def test_what_is_laid_on_a_country_is_not_its_own(text: str, code: str, expected: bool) -> None:
    assert shown("policy", "jurisdiction", text, code) == expected
