"""The one splitter of sentences."""

import pytest

from policykb.text.sentences import first, lines_alone, split


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dr. Stiss is quoted in a notice. It is old.", "Dr. Stiss is quoted in a notice."),
        ("It is led by Prof. Sato of Akita Corp. Tokyo. It grew.", ""),
        ("Made by Akita Co., Ltd. Tokyo in Jan. 2024. It grew.", ""),
        ("It grew 2.9 times. Then it fell.", "It grew 2.9 times."),
        ("See Order No. 5 and art. 3 of it. It holds.", "See Order No. 5 and art. 3 of it."),
        ("J. Smith Jr. Then he left.", ""),
        ("No. It was closed.", "No."),
        ("Is it open? No. It was closed.", "Is it open?"),
        ("No. 5 was closed. It held.", "No. 5 was closed."),
        ("国は決めた。次に移る。", "国は決めた。"),
        ("「やめよ。」と述べた。次に移る。", "「やめよ。」と述べた。"),
        ("会社はAkita Co., Ltd. Tokyoだ。次に移る。", "会社はAkita Co., Ltd. Tokyoだ。"),
        ("No end", "No end"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, found: str) -> None:
    if found:
        assert first(text) == found
    else:
        assert first(text) == (text.removesuffix(" It grew.") if "It grew" in text else text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Is it open? No. It was closed.", 3),
        ("It is open under Order No. Seven. It grew.", 2),
        ("大臣は「やめる。後で決める。」と述べた。次に移る。", 2),
        ("大臣は『「やめる。後で。」と言う。それだけ。』と述べた。次に移る。", 2),
        ("法（以下「新法」という。附則を含む。）を公布した。次に移る。", 2),
        ("法(附則を含む。別表も。)を公布した。次に移る。", 2),
        ("大臣は「やめると述べた。次に移る。", 2),
        ("大臣は」やめる。「後で決める。", 2),
        ("(1)決めた。(2)移る。", 2),
        ("(一)決めた。「次に」移る。", 2),
        ("It said (Stop. Go on.) so. It grew.", 3),
    ],
)
def test_brackets_that_are_closed_hold_no_end(text: str, count: int) -> None:
    assert len(split(text, "ja")) == count


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gemäß Art. 5 Abs. 2 und Nr. 7 gilt es z. B. Montag.", "de"),
        ("Am 3. Mai trat es in Kraft.", "de-CH"),
        ("M. Dupont et Mme. Martin signent l’art. 3 du décret.", "fr"),
        ("El Sr. Pérez firmó el art. 3 en EE. UU. Madrid.", "es"),
        ("Dr. Sato signed Order No. 5 of Akita Inc. Tokyo.", "sv"),
    ],
)
def test_short_forms_of_a_language_end_no_sentence(text: str, language: str) -> None:
    assert split(text, language) == [(0, len(text))]


def test_lines_that_stand_alone_are_sentences() -> None:
    text = "Status: withdrawn\nThe order was\nsigned. It holds."
    spans = split(text, "en", lines_alone(text))
    assert [text[start:end] for start, end in spans] == [
        "Status: withdrawn",
        "The order was\nsigned.",
        "It holds.",
    ]
