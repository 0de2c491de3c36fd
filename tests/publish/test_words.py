"""Values and texts as readers see them."""

import pytest

from policykb.publish.facts import words
from policykb.publish.facts.interface import interface
from policykb.publish.facts.sources import ranges
from policykb.publish.frame import marked_text as marks
from policykb.text.counted import counted
from policykb.values.country import COUNTRY
from policykb.values.date import DATE, parse


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("2025-05-21", "21 May 2025"),
        ("2025-04", "April 2025"),
        ("2021", "2021"),
        ("XXXX-03-17", "17 March (year not given)"),
        ("XXXX-03-17/XXXX-03-19", "17–19 March (year not given)"),
        ("2025-03-17/2025-03-19", "17–19 March 2025"),
        ("2025-03-30/2025-04-02", "30 March – 2 April 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2021/2023", "2021 – 2023"),
        ("2021-04/2021-06", "April – June 2021"),
    ],
)
def test_dates_in_words(written: str, seen: str) -> None:
    assert DATE.display(parse(written)) == seen


def test_small_words() -> None:
    assert counted(1, "quotation") == "1 quotation"
    assert counted(1200, "quotation") == "1,200 quotations"
    english = interface("en")
    assert [english.listed(list(one)) for one in ("", "a", "ab", "abc")] == [
        *("", "a", "a and b", "a, b and c")
    ]
    assert COUNTRY.display("WORLD") == "Worldwide"
    assert words.sentence("in-force") == "In force"
    assert words.shorten("Project for domestic production", 15) == "Project for…"
    assert ranges([1, 2, 4, 6, 7, 8]) == "1–2, 4, 6–8"


def test_japanese_is_marked_and_all_else_escaped() -> None:
    assert marks.japanese("a <b> 厚生労働省 & c") == (
        'a &lt;b&gt; <span lang="ja">厚生労働省</span> &amp; c'
    )
    assert marks.japanese("2021年02月18日") == '2021<span lang="ja">年02月18日</span>'
