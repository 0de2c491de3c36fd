"""Mappings: ``field VALUE = "words"``."""

import pytest

from policykb.values.base import BadValue
from policykb.values.shows import SHOWS


def test_mappings_are_read_with_their_places() -> None:
    text = 'funded_by PRG_X = "project to bolster"; status held = “were accepted; at last”'
    first, second = SHOWS.parse(text)
    assert (first.field, first.value, first.words) == ("funded_by", "PRG_X", "project to bolster")
    assert (second.field, second.value, second.words) == (
        "status",
        "held",
        "were accepted; at last",
    )
    for one in (first, second):
        assert text[one.words_start : one.words_end] == one.words
        assert text[one.start : one.end].startswith(f"{one.field} {one.value} = ")


def test_a_value_may_be_left_out_and_words_may_hold_marks() -> None:
    (one,) = SHOWS.parse('role = "so-called "chief" of all"')
    assert (one.value, one.words) == (None, 'so-called "chief" of all')


def test_what_is_printed_is_read_again() -> None:
    text = 'role chief of all = "boss"; site = "the yard"'
    assert SHOWS.print(SHOWS.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('status "x"', "there is no ="),
        ("status = x", "the words do not stand in quotation marks"),
        ('status = "x', "the quotation mark is not closed"),
        ('Status = "x"', "it does not begin with the name of a field"),
        ('status = ""', "status: no words are given"),
        ('a = "x" b = "y"; c', "there is no ="),
    ],
)
def test_what_does_not_read(text: str, reason: str) -> None:
    with pytest.raises(BadValue) as found:
        SHOWS.parse(text)
    assert found.value.reason == reason
