"""Whole words in a text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykb.text.search import find_whole, whole


@given(st.text("ab ", max_size=60), st.text("ab ", min_size=1, max_size=4))
def test_every_place_is_found(text: str, word: str) -> None:
    places = [(at, at + len(word)) for at in range(len(text)) if text.startswith(word, at)]
    assert list(find_whole(text, word)) == [place for place in places if whole(text, *place)]


@pytest.mark.parametrize("piece", ["a", "ab", "xy "])
def test_a_long_word_that_repeats_itself_is_looked_for_in_one_pass(piece: str) -> None:
    """At every place of such a text the word stands, or nearly: a minute, compared each time."""
    count = 100_000
    start = time.process_time()
    for _ in find_whole(piece * count + "b", (piece * (count // 4)).strip()):
        pass
    assert time.process_time() - start < 2
