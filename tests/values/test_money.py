"""Sums of money: a number with the code of its currency."""

from decimal import Decimal

import pytest

from policykb.values.base import BadValue
from policykb.values.money import MONEY, Money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("12.4 billion JPY", "12400000000", "JPY"),
        ("500,000 EUR", "500000", "EUR"),
        ("3 USD", "3", "USD"),
        ("1.5 trillion ALL", "1500000000000", "ALL"),
    ],
)
def test_a_sum_is_a_number_and_a_code(text: str, amount: str, currency: str) -> None:
    value = MONEY.parse(text)
    assert value == Money(Decimal(amount), currency)
    assert str(value) == MONEY.display(value) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("€2.5bn", "2.5 billion EUR"),
        ("JPY 12.4 billion", "12.4 billion JPY"),
        ("124億円", "12.4 billion JPY"),
        ("$750,000", "750,000 USD"),
        ("2 billion yen", "2 billion JPY"),
        ("16,7 Milliarden Euro", "16.7 billion EUR"),
        ("500 millions d'euros", "500 million EUR"),
        ("1.200,50 €", "1,200.50 EUR"),
        ("rund 16,7 Milliarden Euro", None),
        ("16,7 Milliarden", None),
        ("12.4 billion", None),
        ("12%", None),
        ("2 to 3 billion yen", None),
        ("12.4 billion XQZ", None),
        ("a lot of JPY", None),
        ("5 million USD.", "5 million USD"),
        ("half of $5m", None),
        ("5億円の半分", None),
        ("not 5 million JPY", None),
        ("5円/kg", None),
        ("$5m a day", None),
        ("less than 5 million USD", None),
        ("約10億円", None),
        ("$5m-6m", None),
    ],
)
def test_what_is_written_another_way_is_told_with_what_is_meant(text: str, meant: str) -> None:
    with pytest.raises(BadValue) as caught:
        MONEY.parse(text)
    assert caught.value.suggestion == meant
    if meant:
        MONEY.parse(meant)


def test_a_list_sorts_sums_by_their_size() -> None:
    assert MONEY.sort_key(MONEY.parse("2 thousand JPY")) == "2000"
    assert MONEY.sort_key(None) == ""
