"""A cut hides nothing: what a quotation shows, it shows as the source has it around it."""

import pytest
from tests.evidence.conftest import Make

from policykb.evidence.claims import Quoted
from policykb.evidence.document.find import Match, find
from policykb.evidence.passage import Passage, place_of
from policykb.text.lexicon import lexicon
from policykb.text.numerals import Numeral
from policykb.values.base import Found
from policykb.values.date import DATE
from policykb.values.number import NUMBER


def quoted(source: Make, text: str, quote: str) -> Passage:
    made = source(f"Before it all.\n\n{text}\n")
    found = find(made, quote)
    assert isinstance(found, Match)
    return place_of(made, found, lexicon("en"))


def has_date(quote: Passage, value: str) -> bool:
    day = DATE.parse(value)
    return Quoted([quote]).dated(Found(day, 0, 0), value)


def has_number(quote: Passage, value: str) -> bool:
    amount = NUMBER.parse(value).amount
    return Quoted([quote]).has(value, Numeral(amount, "%" if "%" in value else "", None, 0, 1))


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It ran from March 1 until March 3, 2024", "until March 3, 2024", "2024-03-03"),
        ("It ran from 1 March 2024 to 3 March 2024", "ran from 1 March 2024", "2024-03-01"),
        ("It was held March 17 and on, 2024", "It was held March 17", "2024-03-17"),
        ("held between March 17 and 19, 2024", "held between March 17", "XXXX-03-17"),
        ("The budget for 2025 fiscal year", "The budget for 2025", "2025"),
        ("The fiscal year 2025 budget passed", "2025 budget passed", "2025"),
        ("In the year 2025 companies came", "In the year 2025", "2025/2026"),
        ("a total of 2025 applicants came", "a total of 2025", "2025"),
        ("会議は2024年3月17日から19日に開催", "会議は2024年3月17日", "2024-03-17"),
        ("両社の昨年の協定は2024年度に締結された", "両社の昨年の協定は2024年", "2024"),
        ("両社の昨年の協定は2024年3月期に締結", "両社の昨年の協定は2024年3月", "2024-03"),
    ],
)
def test_a_date_that_the_source_unsays(source: Make, text: str, quote: str, value: str) -> None:
    assert not has_date(quoted(source, text, quote), value)


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It was held on 3 March 2024 in Oslo", "It was held on 3 March", "XXXX-03-03"),
        ("It was held on 3 March 2024 in Oslo", "March 2024 in Oslo", "2024-03"),
        ("It ran from 1 March 2024 to 3 March 2024", "ran from 1 March 2024", "2024-03"),
        ("It was held on 3 March 2024.", "held on 3 March 2024", "2024-03-03"),
        ("In 2024, it went on well", "In 2024, it went on", "2024"),
        ("令和6年3月3日に開催された会議", "令和6年3月3日に開催された", "2024-03-03"),
    ],
)
def test_a_date_that_the_source_has(source: Make, text: str, quote: str, value: str) -> None:
    assert has_date(quoted(source, text, quote), value)


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("some twenty of these two in four firms", "of these two in four", "4"),
        ("It is about phase 3 trials of it", "3 trials of it", "3"),
        ("they are one of the five firms there", "they are one", "1"),
    ],
)
def test_a_number_that_the_source_unsays(source: Make, text: str, quote: str, value: str) -> None:
    assert not has_number(quoted(source, text, quote), value)


def test_each_run_is_read_with_its_own_surroundings(source: Make) -> None:
    text = "In 2019 it had 53 products, and as of fiscal 2024 it has 54 plants."
    quote = quoted(source, text, "In 2019 it had […] it has 54 plants")
    assert has_number(quote, "54")
    assert not has_number(quote, "53")
    assert has_date(quote, "2019")
