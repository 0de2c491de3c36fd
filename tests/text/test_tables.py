"""The tables made from CLDR are what Babel gives."""

import pytest
from tests.text.make_tables import DATA, TABLES, text

from policykb.text.language import by_language, conventions, members


@pytest.mark.parametrize("name", TABLES)
def test_no_table_has_drifted(name: str) -> None:
    assert (DATA / name).read_text(encoding="utf-8") == text(name)


def test_a_tag_is_read_as_its_language() -> None:
    assert members("de-CH") == ("de",)
    assert members("en-GB") == members("") == ("en", "ja")
    assert members("no") == ("nb",)


def test_conventions_of_languages() -> None:
    german = conventions(("de",))
    assert german is not None
    assert (german.decimal, german.group, german.order) == (",", ".", "dmy")
    assert german.scales["Milliarden"] == 9
    assert conventions(("tlh",)) is None


def test_months_have_their_forms() -> None:
    assert by_language("months")["ru"][0].split("|") == ["января", "янв.", "январь"]
