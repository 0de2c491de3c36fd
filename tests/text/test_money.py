"""Currencies beside numbers."""

import pytest

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
