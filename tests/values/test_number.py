"""Numbers of indicators."""

import re
from decimal import Decimal

import pytest

from policykb.values.base import BadValue
from policykb.values.number import NUMBER


@pytest.mark.parametrize(
    ("text", "amount", "percent"),
    [
        ("53", "53", False),
        ("1,000", "1000", False),
        ("2.9 trillion", "2900000000000", False),
        ("500 billion", "500000000000", False),
        ("90%", "90", True),
        ("-0.5%", "-0.5", True),
    ],
)
def test_a_number_is_read(text: str, amount: str, percent: bool) -> None:
    value = NUMBER.parse(text)
    assert (value.amount, value.percent, NUMBER.print(value)) == (Decimal(amount), percent, text)


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("6.5–7%", "6.5", "7", "6.5–7%"),
        ("6.5-7%", "6.5", "7", "6.5–7%"),
        ("10 to 15", "10", "15", "10–15"),
        ("2–3 billion", "2000000000", "3000000000", "2–3 billion"),
        ("900 million – 1.2 billion", "900000000", "1200000000", "900 million–1.2 billion"),
        ("-5–-3", "-5", "-3", "-5–-3"),
    ],
)
def test_a_range_has_two_ends(text: str, low: str, high: str, words: str) -> None:
    value = NUMBER.parse(text)
    assert (value.amount, value.high) == (Decimal(low), Decimal(high))
    assert (NUMBER.display(value), NUMBER.print(value)) == (words, text)
    assert re.fullmatch(NUMBER.schema()["pattern"], text)


@pytest.mark.parametrize(
    ("text", "reason", "fix"),
    [
        ("2.9 trillion yen", "the currency belongs in unit", "2.9 trillion"),
        ("¥500 billion", "the currency belongs in unit", "500 billion"),
        ("about 90%", "how exact it is belongs in bound", "90%"),
        ("80%以上", "how exact it is belongs in bound", "80%"),
        ("5%減", "what is counted belongs in unit", None),
        ("nine", "a number is written in digits", "9"),
        ("500bn", "it is not a number", "500 billion"),
        ("8 per cent", "it is not a number", "8%"),
        ("９０％", "it is not a number", "90%"),
        ("1,00", "it is not a number", None),
        ("many", "it is not a number", None),
        ("15–10", "it is not a number", None),
        ("5-6-7", "it is not a number", None),
        ("5–7%–9%", "it is not a number", None),
        ("124億", "it has no English scale word", "12.4 billion"),
        ("1兆2000億円", "the currency belongs in unit", "1.2 trillion"),
        ("¥3,000万", "the currency belongs in unit", "30 million"),
        ("約5 億", "how exact it is belongs in bound", "500 million"),
        ("3万人", "what is counted belongs in unit", "30,000"),
        ("twenty-five", "a number is written in digits", "25"),
        ("less than 5%", "how exact it is belongs in bound", "5%"),
        ("€0.5bn", "the currency belongs in unit", "500 million"),
        ("¥1,234億", "the currency belongs in unit", "123.4 billion"),
        ("53 people", "what is counted belongs in unit", None),
        ("10kg", "it is not a number", None),
        ("5 percentage points", "it is not a number", None),
        ("約1.2.3万", "it is not a number", None),
        ("at least 2 or 3", "it is not a number", None),
    ],
)
def test_what_belongs_elsewhere_is_named(text: str, reason: str, fix: str | None) -> None:
    with pytest.raises(BadValue) as found:
        NUMBER.parse(text)
    assert (found.value.reason, found.value.suggestion) == (reason, fix)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("over 5 million", {"bound": "more-than"}),
        ("<5%", {"bound": "less-than"}),
        ("at most $5m", {"bound": "at-most", "unit": "USD"}),
        ("3万人", {"unit": "人"}),
        ("twenty-five", {}),
    ],
)
def test_what_a_fix_leaves_out_is_told(text: str, beside: dict[str, str]) -> None:
    with pytest.raises(BadValue) as found:
        NUMBER.parse(text)
    assert found.value.suggestion
    assert found.value.beside == beside
