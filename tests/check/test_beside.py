"""A value that says what belongs in other fields is fixed so that nothing of it is lost."""

from pathlib import Path

import pytest
from tests.small import check

from policykb.edit.written import Written

PAGE = "docs/indicators/ships.md"


@pytest.mark.parametrize(
    ("given", "kind", "fixed"),
    [
        # What is left out is written where it belongs, or stands there.
        (":value: over 5\n:unit: ships", "safe", ":value: 5\n:bound: more-than\n:unit: ships"),
        (":value: ≥5%\n:unit: share", "safe", ":value: 5%\n:bound: at-least\n:unit: share"),
        (":value: over 5\n:bound: more-than", "safe", ":value: 5\n:bound: more-than"),
        (":value: over 5\n:bound: at-least", "safe", ":value: 5\n:bound: at-least"),
        (":value: $5m\n:unit: dollars", "safe", ":value: 5 million\n:unit: dollars"),
        (
            ":value: about $5m\n:unit: USD",
            "safe",
            ":value: 5 million\n:bound: about\n:unit: USD",
        ),
        # What may be meant otherwise is for a person to look at.
        (":value: over 5\n:bound: exact", "unsafe", ":value: 5\n:bound: exact"),
        (":value: $5m", "unsafe", ":value: 5 million\n:unit: USD"),
        (":value: 3万人\n:unit: ships", "unsafe", ":value: 30,000\n:unit: ships"),
        # There is no place for it, or it is contradicted.
        (":value: over 5\n:bound:\n:unit: ships", "", ""),
        (":value: $5m\n:unit: ships", "", ""),
        (":value: $5m\n:unit: EUR", "", ""),
        (":value: $5m\n:gap: unit — not told", "", ""),
    ],
)
def test_a_fix_loses_nothing(given: str, kind: str, fixed: str, tmp_path: Path) -> None:
    text = f"# Ships\n\n:::{{indicator}} Ships\n:id: IND_SHIPS\n{given}\n:::\n"
    found = [one for one in check(tmp_path, {PAGE: text})[1].diagnostics if one.code == "PKB105"]
    assert [one.fix.applicability if one.fix else "" for one in found] == [kind]
    if kind and (change := found[0].fix):
        written = Written(text.encode()).edited(change.edits)
        assert written.decode() == text.replace(given, fixed)


@pytest.mark.parametrize("unit", ["ships", "EUR"])
def test_money_is_no_count_of_things_and_no_other_money(unit: str, tmp_path: Path) -> None:
    text = f"# Ships\n\n:::{{indicator}} Ships\n:id: IND_SHIPS\n:value: $5m\n:unit: {unit}\n:::\n"
    (found,) = [one for one in check(tmp_path, {PAGE: text})[1].diagnostics if one.code == "PKB105"]
    assert found.message.endswith(f"it is a sum in USD, but unit says “{unit}”")
