"""Another value: what a dispute shows, and what the words of a mapping must not be."""

from pathlib import Path

import pytest
from tests.evidence.known import NAMES

from policykb.check.engine import check
from policykb.evidence.document.quotation import Quotation
from policykb.evidence.reading import is_other, reads_as_other
from policykb.evidence.shown import Context
from policykb.model import TYPES


def other(kind: str, field: str, value: str, text: str, record: str = "X") -> bool | None:
    spec = TYPES[kind].specs()[field]
    return is_other(Quotation(text), field, spec, spec.value.parse(value), Context(NAMES, record))


@pytest.mark.parametrize(
    ("kind", "field", "value", "text", "expected"),
    [
        ("jv", "agreed", "2024-03-03", "signed on 5 April 2024", True),
        ("jv", "agreed", "2024-03-03", "signed in 2023", True),
        ("jv", "agreed", "2024-03-03", "signed in March 2024", False),
        ("jv", "agreed", "2024-03-03", "signed on 3 March", False),
        ("jv", "agreed", "2024-03-03", "signed by nine firms", False),
        ("indicator", "value", "9", "some 12 firms", True),
        ("indicator", "value", "9", "nine firms", False),
        ("indicator", "value", "9", "9% of them", True),
        ("indicator", "value", "9", "signed in March 2024", False),
        ("jv", "status", "agreed", "was dissolved", True),
        ("jv", "status", "agreed", "the firms are large", False),
        ("indicator", "geography", "JP", "sales in Taiwan", True),
        ("indicator", "geography", "JP", "sales in Asia", False),
        ("product", "holder", "ORG_TAKEDA", "Qdenga is by Amgen", True),
        ("product", "holder", "ORG_TAKEDA", "Qdenga is sold here", False),
        ("alliance", "stake", "20%", "the firms are large", None),
    ],
)
def test_what_disputes(kind: str, field: str, value: str, text: str, expected: bool | None) -> None:
    assert other(kind, field, value, text) is expected


@pytest.mark.parametrize(
    ("kind", "field", "value", "words", "expected"),
    [
        ("jv", "agreed", "2024-03-04", "3 March 2024", True),
        ("jv", "agreed", "2024-03-04", "the day after 3 March 2024", False),
        ("jv", "agreed", "2024-03-04", "Monday in March 2024", False),
        ("jv", "agreed", "2024-03-04", "yesterday", False),
        ("indicator", "value", "9", "12", True),
        ("indicator", "value", "25", "half of the 50 firms", False),
        ("org", "country", "JP", "Taiwan's Mycenax", True),
        ("org", "country", "JP", "partner in Japan", False),
        ("org", "country", "JP", "Tokyo firm", False),
        ("jv", "status", "agreed", "was dissolved", False),
    ],
)
def test_words_that_are_another_value(
    kind: str, field: str, value: str, words: str, expected: bool
) -> None:
    spec = TYPES[kind].specs()[field]
    found = reads_as_other(words, field, spec, spec.value.parse(value), Context(NAMES, "X"))
    assert found is expected


@pytest.mark.parametrize(
    ("mapping", "codes"),
    [
        ('place Oslo = "the northern port"', []),
        ("place Oslo = the northern port", ["PKB309"]),
        ('place Bergen = "the northern port"', ["PKB309"]),
        ('place Oslo = "of"', ["PKB309"]),
        ('palce Oslo = "the northern port"', ["PKB309"]),
    ],
)
def test_one_mistake_in_shows_is_one_finding(
    tmp_path: Path, mapping: str, codes: list[str]
) -> None:
    import hashlib

    text = b"the talks of the northern port were held there\n"
    pages = {
        "s.md": "# S\n\n:::{source} S\n:id: SRC_S\n:file: s.txt\n"
        f":sha256: {hashlib.sha256(text).hexdigest()}\n:language: en\n:rights: ours\n:::\n",
        "e.md": "# Talks\n\n::::{event} Talks\n:id: EVT_T\n:kind: meeting\n:place: Oslo\n\n"
        f":::{{evidence}} SRC_S\n:supports: place\n:shows: {mapping}\n\n"
        "the talks of the northern port were held\n:::\n::::\n",
    }
    for folder in ("docs", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds/s.txt").write_bytes(text)
    for name, page in pages.items():
        (tmp_path / "docs" / name).write_text(page)
    _, report = check(tmp_path)
    assert [one.code for one in report.diagnostics if one.code.startswith("PKB3")] == codes
