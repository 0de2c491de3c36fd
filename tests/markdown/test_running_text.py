"""The running text of a page, and its sentences: where they begin and end."""

import pytest

from policykb.markdown.inline import inlines
from policykb.markdown.running_text import running_text
from policykb.text import sentences


def split(text: str) -> list[str]:
    found = running_text(text, 0, len(text), inlines(text, 0, len(text)))
    return [
        text[at + start : at + end] for at, words in found for start, end in sentences.split(words)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two!\nThree?", ["One.", "Two!", "Three?"]),
        ("# Head\n\nOne\nstill one. Two.", ["One\nstill one.", "Two."]),
        ("# Head\nOne.", ["One."]),
        (
            "- an item\n- another, with\n  a second line\n",
            ["an item", "another, with\n  a second line"],
        ),
        (
            "Dr. Lind of U.S. ports met J. Smith. He left.",
            ["Dr. Lind of U.S. ports met J. Smith.", "He left."],
        ),
        (
            "It pays 2.9 trillion. {need}`ORG_A` says so.",
            ["It pays 2.9 trillion.", "{need}`ORG_A` says so."],
        ),
        ("He said “no.” She agreed.", ["He said “no.”", "She agreed."]),
        (
            "{need}`ORG_A`は合意した。7社が参加した。",
            ["{need}`ORG_A`は合意した。", "7社が参加した。"],
        ),
        ("「合意した。」と述べた。", ["「合意した。」と述べた。"]),
        ("% a comment\n\nText here", ["Text here"]),
        ("\n\n---\n\n", []),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert split(text) == found
