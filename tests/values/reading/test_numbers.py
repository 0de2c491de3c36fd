"""Numbers in quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykb.text.language import section
from policykb.text.normalize import normalize
from policykb.values.number import NUMBER
from policykb.values.reading.numbers import read


def shown(text: str, value: str) -> bool:
    recorded = NUMBER.parse(value)
    return any(NUMBER.shows(one, recorded) for one in read(normalize(text)))


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
        ("at a rate of 15%: that is", "15%"),
        ("it paid 500 billion: a record", "500 billion"),
        ("株式の20%を取得", "20%"),
        ("約２０％の企業", "20%"),
        ("予算は5,000億円である", "500 billion"),
        ("5千億円", "500 billion"),
        ("五千億円", "500 billion"),
        ("1兆5,000億円", "1.5 trillion"),
        ("全3社", "3"),
        ("企業は三社である", "3"),
        ("五百社の企業", "500"),
        ("約2割の企業", "20%"),
        ("$500m was paid", "500 million"),
        ("500 Million US dollars", "500 million"),
        ("500 mil. US dollars", "500 million"),
        ("RMB500 million", "500 million"),
        ("20 Percent of them", "20%"),
        ("two and a half million firms", "2.5 million"),
        ("2 and a half million firms", "2.5 million"),
        ("half a dozen firms", "6"),
        ("half a billion yen", "500 million"),
        ("half a percent", "0.5%"),
        ("a couple of approvals", "2"),
        ("two point five firms", "2.5"),
        ("2000 people", "2,000"),
        ("1 800 people", "1,800"),
        ("a 2,000L tank", "2,000"),
        ("10kg of it", "10"),
        ("c.100 firms", "100"),
        ("minus 5%", "-5%"),
        ("▲5%", "-5%"),
        ("cut from 25% to 15%", "15%"),
        ("grew from 10 to 20 plants", "10"),
        ("a five-year plan", "5"),
        ("twenty five firms", "25"),
        ("12 percentage points", "12"),
        ("1ドル=150円、6割", "60%"),
        ("5 000億円", "500 billion"),
        ("3社、5社", "3"),
        ("45 (15%) won", "45"),
        ("Table 5: 20 firms", "20"),
        ("the group numbers 20 firms", "20"),
        ("COVID-19 - 20 firms", "20"),
        ("Both firms are", "2"),
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
        ("15%: that is", "15"),
        ("500 billion: a record", "500"),
        ("500 billions", "500"),
        ("20%-30%", "20"),
        ("20%-30%", "20%"),
        ("12 percentiles", "12"),
        ("5 thousandths", "5"),
        ("five hundredths", "5"),
        ("10 to 20 plants", "10"),
        ("10 to 20 plants", "20"),
        ("between 10 and 20 firms", "20"),
        ("from 10 to 20 firms", "10"),
        ("10 - 20 firms", "10"),
        ("10~20 firms", "20"),
        ("10 or 20 firms", "10"),
        ("ten-to-twenty firms", "20"),
        ("10% to 20% of them", "10%"),
        ("5〜6社", "5"),
        ("5〜6社", "6"),
        ("5から6社", "5"),
        ("5、6社", "6"),
        ("5 to 7 million", "7 million"),
        ("5 and 7 million firms", "5"),
        ("between 300 and 500 billion yen", "500 billion"),
        ("half a dozen firms", "12"),
        ("several dozen firms", "12"),
        ("several hundred firms", "100"),
        ("half a million", "1 million"),
        ("two thirds of them", "2"),
        ("three-quarters of them", "3"),
        ("one third of them", "1"),
        ("three and a half firms", "3"),
        ("three point five firms", "3"),
        ("3-fold", "3"),
        ("three times as many", "3"),
        ("three out of four firms", "3"),
        ("three in four firms", "4"),
        ("minus 5", "5"),
        ("negative 5%", "5%"),
        ("△5%", "5%"),
        ("5割の企業", "5"),
        ("5百社", "5"),
        ("5十社", "5"),
        ("5分の1", "5"),
        ("5分の1", "1"),
        ("5月の会議", "5"),
        ("5番目の企業", "5"),
        ("5位の企業", "5"),
        ("第5回", "5"),
        ("in fiscal 2024 firms", "2024"),
        ("2024年度の企業", "2024"),
        ("phase 3 trials", "3"),
        ("type two diabetes", "2"),
        ("Article 3 of the Act", "3"),
        ("No. 5 of the list", "5"),
        ("Group of Seven firms", "7"),
        ("$5 M was paid", "5"),
        ("5 k firms", "5"),
        ("5 lakh firms", "5"),
        ("5 BILLION yen", "5"),
        ("5K firms", "5"),
        ("5 000 firms", "5"),
        ("5’000 firms", "5"),
        ("5,3 firms", "5"),
        ("5 : 3", "5"),
        ("5 p.m.", "5"),
        ("see [53]", "53"),
        ("ninety nine firms", "90"),
        ("no one has plants", "1"),
        ("one or more firms", "1"),
        ("both the plan and the firms", "2"),
        ("third-party 5G", "5"),
        ("both the U.S. and Japan", "2"),
        ("第一三共", "1"),
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
    hundreds, rest = divmod(number, 100)
    parts = [f"{below_hundred(hundreds)} hundred"] if hundreds else []
    parts += [below_hundred(rest)] if rest else []
    return " and ".join(parts)


def below_hundred(number: int) -> str:
    by_number = {value: word for word, value in section("en", "numbers")["words"].items()}
    ten = number // 10 * 10
    return by_number.get(number) or f"{by_number[ten]}-{by_number[number - ten]}"


def test_a_number_tells_its_place() -> None:
    text = "about ¥500 billion, or 8%"
    assert [text[one.at : one.to] for one in read(text)] == ["¥500 billion", "8%"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("some 1,234,\n567 tonnes", [1234567]),
        ("some 1,\n234,567 tonnes", [1234567]),
        ("some 1,234,\n567 million tonnes", [1234567e6]),
        ("港で1,234,\n567トン", [1234567]),
        ("some 1,234, 56 and 7 tonnes", [1234, 56, 7]),
        ("in 5, 100 and 200 ports", [5, 100, 200]),
        ("some 1,234 and 5,678 tonnes", [1234, 5678]),
    ],
)
def test_what_a_line_parts_is_one_number(text: str, amounts: list[float]) -> None:
    found = read(normalize(text))
    assert [one.value.amount for one in found] == amounts


@pytest.mark.parametrize("text", ["a budget of $6m.", "£6m. It", "USD 6 m.", "¥6m;"])
def test_a_sum_may_end_its_sentence(text: str) -> None:
    assert [one.value.amount for one in read(text)] == [6_000_000]
