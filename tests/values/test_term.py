"""Closed vocabularies."""

import pytest

from policykb.model import TYPES
from policykb.values.base import BadValue
from policykb.values.term import Vocabulary

STATUS = Vocabulary("status", ("open", "in-force", "planned"), frozenset({"planned"}))


def test_a_vocabulary_tells_its_values() -> None:
    assert STATUS.choices == ("open", "in-force", "planned")
    assert STATUS.accepted == "one of open, in-force, planned"
    assert STATUS.schema() == {"type": "string", "enum": ["open", "in-force", "planned"]}
    assert STATUS.future == {"planned"}
    assert STATUS.parse("in-force") == "in-force"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Open", "open"),
        ("in force", "in-force"),
        ("opened", "open"),
        ("plannd", "planned"),
        ("secret", None),
    ],
)
def test_a_near_spelling_is_fixed(text: str, fix: str | None) -> None:
    with pytest.raises(BadValue) as found:
        STATUS.parse(text)
    assert found.value.suggestion == fix


@pytest.mark.parametrize(
    ("vocabulary", "text", "fix"),
    [
        ("program", "公募中", "open"),
        ("program", "終了", "closed"),
        ("program", "実施予定", "planned"),
        ("program", "終了予定", None),
        ("program", "予定なし", None),
        ("policy", "施行済み", "in-force"),
        ("policy", "未施行", None),
        ("policy", "策定中", "in-preparation"),
        ("policy", "不採択", "rejected"),
        ("alliance", "解消された", "ended"),
        ("event", "見送り", "cancelled"),
        ("event", "法律", None),
    ],
)
def test_a_status_in_japanese_is_fixed(vocabulary: str, text: str, fix: str | None) -> None:
    with pytest.raises(BadValue) as found:
        TYPES[vocabulary].specs["status"].value.parse(text)
    assert found.value.suggestion == fix


@pytest.mark.parametrize(
    ("vocabulary", "field", "text", "fix"),
    [
        ("org", "kind", "企業", "company"),
        ("org", "kind", "国際機関", "intergovernmental"),
        ("indicator", "bound", "目標", "target"),
        ("indicator", "bound", "未満", "less-than"),
        ("event", "kind", "発足", "launch"),
        ("policy", "kind", "合意", "agreement"),
        ("org", "kind", "企業団体", None),
        ("org", "kind", "予算", None),
    ],
)
def test_a_value_as_the_site_calls_it_in_japanese_is_fixed(
    vocabulary: str, field: str, text: str, fix: str | None
) -> None:
    with pytest.raises(BadValue) as found:
        TYPES[vocabulary].specs[field].value.parse(text)
    assert found.value.suggestion == fix


@pytest.mark.parametrize(
    ("text", "value", "sure"),
    [
        ("Adopted", "adopted", True),
        ("in force", "in-force", True),
        ("adoptd", "adopted", True),
        ("採択済み", "adopted", True),
        ("signed", "adopted", False),
        ("adoption", "adopted", False),
    ],
)
def test_a_value_is_surely_meant_only_when_one_edit_away(text: str, value: str, sure: bool) -> None:
    choices = Vocabulary("policy status", ("proposed", "adopted", "in-force"))
    assert choices.is_surely(text, value) is sure
