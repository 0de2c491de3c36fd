"""Page breaks part no paragraph; rows and signatures are paragraphs."""

import pytest

from policykb.evidence.document.page_breaks import blanked
from policykb.evidence.document.paragraphs import paragraphs

PAGE = "The harbor fund pays for quays and cranes in every port. " * 8


def read(text: str) -> list[str]:
    plain = blanked(text)
    assert len(plain) == len(text)
    return [" ".join(plain[start:end].split()) for start, end in paragraphs(plain)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line runs from Oslo\f to Bergen by night",
        "The ferry line runs from Oslo\n\f\nto Bergen by night",
        "The ferry line runs from Oslo\n\n[[Page 20692]]\n\nto Bergen by night",
        "The ferry line runs from Oslo\n[[Page 20692]]\nto Bergen by night",
        "The ferry line runs from Oslo\n\nPage 3 of 12\n\nto Bergen by night",
        "The ferry line runs from Oslo\n\n- 3 -\n\nto Bergen by night",
        "The ferry line runs from Oslo\n\n3\n\nto Bergen by night",
        "The ferry line runs from Oslo\n3\nto Bergen by night",
        "The ferry line runs from Oslo\r\n\r\n3\r\n\r\nto Bergen by night",
        "The ferry line runs from Oslo\n12\n\fto Bergen by night",
    ],
)
def test_a_sentence_runs_over_a_page_break(text: str) -> None:
    assert read(text) == ["The ferry line runs from Oslo to Bergen by night"]


def test_the_numbers_of_pages_grow_by_one() -> None:
    text = f"{PAGE}Oslo has\n\n7\n\nBergen as its rival. {PAGE}It won\n\n8\n\nTromsø as well"
    assert len(read(text)) == 1
    assert not any(number in read(text)[0] for number in "78")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has ended.\n\n[[Page 4]]\n\nAnother begins", ["It has ended.", "Another begins"]),
        ("All quays\n\n53\n\nAll cranes of it", ["All quays 53 All cranes of it"]),
        ("All quays of the port\n53\nAll its cranes", ["All quays of the port 53 All its cranes"]),
        ("Heading\n\nIt is over.", ["Heading", "It is over."]),
        (
            "| Quay | 5 |\n| --- | --- |\n| Pier | 6 |",
            ["| Quay | 5 |", "| --- | --- |", "| Pier | 6 |"],
        ),
        ("For the Council\n\nThe President\n\nA. LIND", ["For the Council The President A. LIND"]),
        ("# One\n\n# Two\n\n# Three", ["# One", "# Two", "# Three"]),
    ],
)
def test_what_parts_paragraphs(text: str, found: list[str]) -> None:
    assert read(text) == found
