"""Countries that a text speaks of."""

import pytest

from policykb.text.normalize import normalize
from policykb.values.reading import countries


def places(text: str, language: str = "") -> list[tuple[str, str]]:
    return [(one.value, one.cue) for one in countries.read(normalize(text), language)]


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
        ("Germany 30 percent, Norway 27", "NO"),
        ("not only in Japan", "JP"),
    ],
)
def test_what_names_a_place(text: str, code: str) -> None:
    assert code in [one for one, cue in places(text) if cue != "name"]


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
    assert code not in [one for one, cue in places(text) if cue != "name"]


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
    assert ((code, "") in places(text)) == expected


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("in Deutschland und den Niederlanden", "de", ["DE"]),
        ("Frankreich und Italien", "de", ["FR", "IT"]),
        ("la France et le Japon", "fr", ["FR", "JP"]),
        ("España y Japón", "es", ["ES", "JP"]),
        ("in Italia e Germania", "it", ["IT", "DE"]),
        ("アメリカ合衆国とタイ、インドネシア", "ja", ["US", "TH", "ID"]),
        ("日本政府は中国企業に", "ja", ["JP", "CN"]),
        ("わが国と英国の", "ja", ["JP", "GB"]),
        ("タイムリーな日本酒造組合", "ja", []),
        ("台湾以外の地域", "ja", []),
        ("タイを除く地域", "ja", []),
        ("Kosovo, Burma and Türkiye", "en", ["XK", "MM", "TR"]),
        ("the UN and the EU", "en", ["UN", "EU"]),
        ("Congolese plants", "en", []),
    ],
)
def test_countries_in_languages(text: str, language: str, codes: list[str]) -> None:
    assert [code for code, _ in places(text, language)] == codes


@pytest.mark.parametrize(
    "text", ["the Japanese company Takeda", "Japan's Takeda", "the Japan-based firm"]
)
def test_the_home_of_a_firm_is_a_country_that_is_spoken_of(text: str) -> None:
    assert places(text) == [("JP", "")]
