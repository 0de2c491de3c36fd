"""Country codes."""

import pytest
from babel import Locale

from policykb.values import country_parts
from policykb.values.base import BadValue
from policykb.values.country import COUNTRY, display
from policykb.values.country_names import ADJECTIVES, NAMES

NOT_COUNTRIES = {
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "EU",
    "EZ",
    "IC",
    "QO",
    "TA",
    "UN",
    "XA",
    "XB",
    "XK",
    "ZZ",
}


def test_the_table_has_every_iso_code_and_the_additions() -> None:
    territories = [str(code) for code in Locale("en").territories]
    codes = {code for code in territories if len(code) == 2 and code.isalpha()}
    assert set(NAMES) == (codes - NOT_COUNTRIES) | {"EU", "UN", "WORLD", "XK"}
    assert set(ADJECTIVES) == set(NAMES)
    assert all(name.strip() for names in NAMES.values() for name in names)


def test_a_name_stands_for_one_country() -> None:
    names = [name for names in NAMES.values() for name in names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Japan", "JP"),
        ("jp", "JP"),
        ("JPN", "JP"),
        ("kor", "KR"),
        ("XYZ", None),
        ("Taiwanese", "TW"),
        ("the United States", "US"),
        ("U.S.", "US"),
        ("worldwide", "WORLD"),
        ("Congolese", None),
        ("Congo", None),
        ("the Congo", None),
        ("DR Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Washington", None),
        ("Washington, D.C.", None),
        ("Georgia", None),
        ("Georgian", "GE"),
        ("Atlantis", None),
        ("日本", "JP"),
        ("アメリカ合衆国", "US"),
        ("東京都", "JP-13"),
        ("日本以外", None),
        ("日本と韓国", None),
    ],
)
def test_a_country_in_words_is_fixed(text: str, fix: str | None) -> None:
    with pytest.raises(BadValue) as found:
        COUNTRY.parse(text)
    assert found.value.suggestion == fix


def test_codes_are_read_and_shown() -> None:
    assert COUNTRY.parse("TW") == "TW"
    assert display("CH") == "Switzerland"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("US-CT", "Connecticut (United States)"),
        ("JP-05", "Akita (Japan)"),
        ("GB-SCT", "Scotland (United Kingdom)"),
        ("BR-SP", "SP (Brazil)"),
        ("XK", "Kosovo"),
        ("UN", "United Nations"),
    ],
)
def test_a_part_of_a_country_has_a_code(code: str, words: str) -> None:
    assert COUNTRY.display(COUNTRY.parse(code)) == words


@pytest.mark.parametrize(
    ("text", "fix"), [("US-ZZ", None), ("QQ-A", None), ("Connecticut", "US-CT"), ("US-", None)]
)
def test_what_is_no_part_of_a_country(text: str, fix: str | None) -> None:
    with pytest.raises(BadValue) as found:
        COUNTRY.parse(text)
    assert found.value.suggestion == fix


def test_the_parts_of_a_country_each_have_one_name_of_their_own() -> None:
    names = [name for all_names in country_parts.names().values() for name in all_names]
    assert len(names) == len(set(names))
    assert {code[:2] for code in country_parts.names()} == {"AU", "CA", "DE", "GB", "JP", "US"}
