"""Closed vocabularies."""

import pytest

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
