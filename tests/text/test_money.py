"""Currencies beside numbers."""

import pytest

from policykb.evidence.document import edges
from policykb.evidence.surface import currency
from policykb.text import money
from policykb.text.numerals import quantities


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("¥5", "JPY"),
        ("US$5", "USD"),
        ("$ 5", "USD"),
        ("NT$5", "TWD"),
        ("A$5 million", "AUD"),
        ("HK$5", "HKD"),
        ("5 yen", "JPY"),
        ("5円", "JPY"),
        ("5億元", "CNY"),
        ("€5", "EUR"),
        ("5 US dollars", "USD"),
        ("five million Canadian dollars", "CAD"),
        ("5 Swiss francs", "CHF"),
        ("Rs. 5", "INR"),
        ("RMB5 million", "CNY"),
        ("5 billion won for it", "KRW"),
        ("in 2024 won by", None),
        ("5 plants", None),
    ],
)
def test_currencies(text: str, code: str | None) -> None:
    (found,) = quantities(text)
    assert found.money == code


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("USD", "USD"),
        ("US dollars", "USD"),
        ("zloty", "PLN"),
        ("₹", "INR"),
        ("円", "JPY"),
        ("plants", None),
    ],
)
def test_a_unit_that_is_a_currency(unit: str, code: str | None) -> None:
    assert currency(unit) == code


def test_a_sum_in_any_currency_is_one_number() -> None:
    for sign in money.signs():
        assert edges.fault(f"it paid {sign}5 now", 9, 15, 0, 15) == "number"
    for word in ("zloty", "ringgit", "円"):
        assert edges.fault(f"it paid 5 {word} now", 0, 9, 0, 18) == "number"
