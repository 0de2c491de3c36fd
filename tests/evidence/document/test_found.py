"""Finding quotations: whole, in order, in one paragraph, never cut within a word or number."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.conftest import Make

from policykb.evidence.document.find import Failure, Match, find
from policykb.evidence.document.source import Source

TEXT = """\
Vesta Lines’s plan — a “first” — was signed on 13 March 2024 for ¥500 billion (−2.5%).

The Anglo-Norse non-binding pact covers twenty-five berths, 1,250 jobs and 9 million
tonnes; growth of 8 per cent, 17-19 ships.

厚生労働省は2025年5月21日に申請を採択した。費用は500億円である。
"""


def kind(source: Source, quote: str) -> str:
    found = find(source, quote)
    return found.kind if isinstance(found, Failure) else "found"


@pytest.mark.parametrize(
    "quote",
    [
        "plan — a “first” — was",
        'plan - a "first" - was signed',
        "Vesta Lines's plan",
        "covers twenty-five\nberths,   1,250 jobs",
        "1,250 jobs and 9 million tonnes",
        "for ¥500 billion (-2.5%)",
        "ｆｏｒ ￥５００ ｂｉｌｌｉｏｎ",
        "13 March 2024",
        "2025年5月21日",
        "厚生労働省は2025年5月21日に申請",
        "厚生労働省は2025年5月21日\nに申請",
        "Norse non-binding pact",
        "Vesta Lines’s […] was signed on 13 March 2024",
        "Vesta Lines’s [...] was signed on […] 13 March 2024",
    ],
)
def test_what_is_found(source: Make, quote: str) -> None:
    assert kind(source(TEXT), quote) == "found"


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("plan - a 'first' - was signed", "not-found"),
        ("Vesta lines’s plan", "not-found"),
        ("was signed in 13 March 2024", "not-found"),
        ("esta Lines’s plan", "split-word"),
        ("s plan — a “first”", "split-word"),
        ("Vesta Lines’s plan — a “fir", "split-word"),
        ("binding pact covers", "split-word"),
        ("3 March 2024", "split-number"),
        ("was signed on 1", "split-number"),
        ("March 2024 for ¥500", "split-number"),
        ("500 billion (−2.5%)", "split-number"),
        ("2.5%) and more", "not-found"),
        ("13 March 2024 for ¥500 billion (−2.5", "split-number"),
        ("non-binding pact covers twenty", "split-number"),
        ("covers twenty-five berths, 1", "split-number"),
        ("250 jobs and 9 million", "split-number"),
        ("1,250 jobs and 9", "split-number"),
        ("million tonnes; growth", "split-number"),
        ("tonnes; growth of 8", "split-number"),
        ("growth of 8 per cent, 17", "split-number"),
        ("19 ships", "too-short"),
        ("に申請を採択した。費用は500", "split-number"),
        ("億円。", "too-short"),
        ("a “first”", "too-short"),
        ("2024", "too-short"),
        ("for ¥500 billion (−2.5%). The Anglo-Norse", "different-paragraphs"),
        ("Vesta Lines’s plan […] The Anglo-Norse", "different-paragraphs"),
        ("13 March 2024 […] Vesta Lines’s plan", "wrong-order"),
        ("Vesta Lines’s plan […] plan — a “first”", "wrong-order"),
        ("Vesta Lines’s […] a", "too-short"),
        ("[…] Vesta Lines’s plan", "empty"),
        ("", "empty"),
    ],
)
def test_what_is_not_found_and_why(source: Make, quote: str, why: str) -> None:
    assert kind(source(TEXT), quote) == why


def test_a_split_tells_the_whole(source: Make) -> None:
    found = find(source(TEXT), "Lines’s plan — a “first” — was signed on 1")
    assert isinstance(found, Failure)
    assert found.whole == 'Lines\'s plan - a "first" - was signed on 13'


def test_lines_can_be_paragraphs(source: Make) -> None:
    text = "The first item of the digest\nThe second item of the digest\n"
    quote = "first item of the digest The second"
    assert kind(source(text), quote) == "found"
    assert kind(source(text, "line"), quote) == "different-paragraphs"
    found = find(source(text, "line"), "second item of the digest")
    assert isinstance(found, Match)
    assert found.paragraph == 2


def test_the_runs_are_looked_for_in_every_paragraph(source: Make) -> None:
    text = "The same beginning, one end here.\n\nThe same beginning, another end.\n"
    found = find(source(text), "The same beginning […] another end.")
    assert isinstance(found, Match)
    assert found.paragraph == 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_place_is_in_code_points_of_the_source(source: Make, end: str) -> None:
    text = f"\ufeffＴｈｅ  café{end}ﬁrm’s plan 𝒳{end}{end}next  paragraph\u0301 here{end}"
    made = source(text)
    for quote, exact in (
        ("The café firm's plan", f"Ｔｈｅ  café{end}ﬁrm’s plan"),
        ("next paragraph\u0301 here", "next  paragraph\u0301 here"),
    ):
        found = find(made, quote)
        assert isinstance(found, Match)
        assert made.text[found.start : found.end] == exact


WORDS = st.lists(
    st.text("abcdeé日本ﬁ’0123,.-%", min_size=1, max_size=9), min_size=3, max_size=30
).map(" ".join)


@given(WORDS, st.data())
def test_a_copied_passage_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    made = made_of(f"Before it.\n\n{text}\n\nAfter it.")
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = " ".join(words[first:last])
    found = find(made, data.draw(st.sampled_from([quote, quote.replace(" ", "\n"), f" {quote} "])))
    if isinstance(found, Match):
        assert found.paragraph == 2
        assert made.text[found.start : found.end] in text
    else:
        assert found.kind in ("too-short", "split-number", "split-word")


def made_of(text: str) -> Source:
    """Return a source that no file holds."""
    made = Source(Path("/nowhere"), "none.txt")
    made.text, made.problem = text, None
    return made
