"""The closest passage to a quotation that is not in the source."""

import pytest
from tests.evidence.conftest import Make

from policykb.evidence.document.closest import Closest, closest
from policykb.evidence.document.find import Failure, find
from policykb.evidence.document.source import Source

TEXT = """\
The four firms reached a basic agreement to establish a joint venture, as of May 21, 2025.

Details will be finalized later. 四社は国内での生産に向けて基本合意に達したと発表した。
"""


def near(source: Source, quote: str) -> Closest | None:
    found = find(source, quote)
    assert isinstance(found, Failure)
    assert found.kind == "not-found"
    return closest(source, found.text)


@pytest.mark.parametrize(
    ("quote", "written", "quoted", "passage"),
    [
        (
            "reached an agreement to establish a joint venture",
            "reached a basic agreement to",
            "reached an agreement to",
            "reached a basic agreement to establish a joint venture",
        ),
        (
            "to establish a joint venture, as of May 22, 2025",
            "May 21, 2025",
            "May 22, 2025",
            "to establish a joint venture, as of May 21, 2025",
        ),
        (
            "Details will be finalised later",
            "be finalized later",
            "be finalised later",
            "Details will be finalized later",
        ),
        (
            "四社は国内での生産に向けて最終合意に達した",
            "て基本合意",
            "て最終合意",
            "四社は国内での生産に向けて基本合意に達した",
        ),
    ],
)
def test_the_difference_is_marked_and_a_small_one_fixed(
    source: Make, quote: str, written: str, quoted: str, passage: str
) -> None:
    made = source(TEXT)
    found = near(made, quote)
    assert found is not None
    assert (found.written, found.quoted, found.passage) == (written, quoted, passage)
    assert found.repair
    assert made.text[found.start : found.end] == passage


def test_a_large_difference_is_shown_and_not_fixed(source: Make) -> None:
    found = near(source(TEXT), "The four firms signed a final contract about the joint venture")
    assert found is not None
    assert not found.repair


def test_nothing_near_is_said_to_be_nothing(source: Make) -> None:
    assert near(source(TEXT), "Wheat prices rose on Tuesday in Chicago") is None


def test_a_short_paragraph_of_the_same_words_is_not_the_closest(source: Make) -> None:
    made = source("Chiyome\n\nAlfresa, along with Chiyome, set it up.\n")
    found = near(made, "Alfresa, together with Chiyome, set it up")
    assert found is not None
    assert (found.paragraph, found.repair) == (2, True)
    assert found.passage == "Alfresa, along with Chiyome, set it up"
