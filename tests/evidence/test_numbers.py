"""Numbers in quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykb.evidence.normalise import normalise
from policykb.evidence.numbers import read, shows
from policykb.values.number import NUMBER
from policykb.values.number_words import WORDS


def shown(text: str, value: str) -> bool:
    return shows(normalise(text), NUMBER.parse(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("53 products were", "53"),
        ("nine of its biosimilars", "9"),
        ("Nine of its", "9"),
        ("a trio of approvals", "3"),
        ("both firms", "2"),
        ("a dozen", "12"),
        ("a hundred", "100"),
        ("twenty-five", "25"),
        ("two hundred and five", "205"),
        ("three hundred and two firms", "302"),
        ("five, six", "5"),
        ("a 20% stake", "20%"),
        ("twenty percent", "20%"),
        ("20 per cent", "20%"),
        ("９０％", "90%"),
        ("90パーセント", "90%"),
        ("“zero percent” for generics", "0%"),
        ("500 billion yen", "500 billion"),
        ("¥500bn", "500 billion"),
        ("five hundred billion", "500 billion"),
        ("1 million", "1,000,000"),
        ("nine million", "9 million"),
        ("1.5bn euros", "1.5 billion"),
        ("2兆9000億円", "2.9 trillion"),
        ("5000億円", "500 billion"),
        ("100万人", "1 million"),
        ("−5%", "-5%"),
        ("next 10 years", "10"),
        ("one product", "1"),
    ],
)
def test_what_shows_a_number(text: str, value: str) -> None:
    assert shown(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("153 products", "53"),
        ("1,053 products", "53"),
        ("53.5", "53"),
        ("3.5", "5"),
        ("20%", "20"),
        ("20 stakes", "20%"),
        ("12 percentage points", "12%"),
        ("500 billion yen", "500"),
        ("nine million", "9"),
        ("2.9 trillion", "9 trillion"),
        ("twenty-five", "5"),
        ("twenty-five", "20"),
        ("forty", "4"),
        ("May 21, 2025", "21"),
        ("May 21, 2025", "2025"),
        ("3rd", "3"),
        ("one of Japan's", "1"),
        ("phase-3 trial", "3"),
        ("COVID-19", "19"),
        ("A4 paper", "4"),
        ("8-10 firms", "8"),
        ("8-10 firms", "10"),
        ("-5%", "5%"),
        ("10²", "10"),
        ("10²", "102"),
        ("1½", "1"),
        ("½", "12"),
        ("half", "50%"),
        ("someone", "1"),
        ("5000億円", "5000"),
    ],
)
def test_what_does_not_show_a_number(text: str, value: str) -> None:
    assert not shown(text, value)


@given(st.integers(2, 999), st.integers(2, 999))
def test_a_number_in_words_shows_itself_and_no_other(number: int, other: int) -> None:
    text = f"they have {spelt(number)} plants"
    assert shown(text, str(number))
    assert shown(text, str(other)) == (number == other)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_number_in_digits_shows_itself_and_no_other(number: int, other: int) -> None:
    for text in (f"they have {number} plants", f"they have {number:,} plants"):
        if number not in range(1500, 2200):
            assert shown(text, str(number))
            assert shown(text, str(other)) == (number == other)


def spelt(number: int) -> str:
    by_number = {value: word for word, value in WORDS.items() if word != "dozen"}
    hundreds, rest = divmod(number, 100)
    parts = [f"{by_number[hundreds]} hundred"] if hundreds else []
    parts += [by_number[rest]] if rest else []
    return " and ".join(parts)


def test_a_number_tells_its_place() -> None:
    text = "about ¥500 billion, or 8%"
    assert [text[one.at : one.to] for one in read(text)] == ["¥500 billion", "8%"]
