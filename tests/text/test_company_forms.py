"""The table of forms of companies and bodies."""

import pytest

from policykb.text.company_forms import AFTER, BEFORE, drop_forms, is_form, without_form


@pytest.mark.parametrize("form", AFTER)
def test_a_form_after_a_name_is_left_off(form: str) -> None:
    name = f"Akita {form.title()}" if form.isascii() else f"秋田製作所{form}"
    assert without_form(name) == name[: -len(form)].strip()
    assert is_form(form.upper())


@pytest.mark.parametrize("form", BEFORE)
def test_a_form_before_a_name_is_left_off(form: str) -> None:
    assert without_form(f"{form}秋田製作所") == "秋田製作所"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Akita Pharma Co., Ltd.", "Akita Pharma"),
        ("Akita S.p.A.", "Akita"),
        ("Company", "Company"),
        ("Co., Ltd.", "Co."),
        ("株式会社", "株式会社"),
        ("The Limited Fund", "The Limited Fund"),
        ("", ""),
    ],
)
def test_a_name_without_its_form(name: str, bare: str) -> None:
    assert without_form(name) == bare


def test_forms_are_dropped_wherever_they_are() -> None:
    assert drop_forms("akita co ltd of japan").split() == ["akita", "of", "japan"]
    assert drop_forms("秋田株式会社") == "秋田"
