"""Every odd page, and every page of the base, reads alike in both readers."""

from pathlib import Path

import pytest
from tests.markdown.parity.harness import Stock, disagreement, ours
from tests.markdown.parity.odd_pages import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_an_odd_page_reads_alike(stock: Stock, name: str) -> None:
    assert disagreement(stock, PAGES[name]) == ""


def test_the_corpus_has_records_and_refusals() -> None:
    read = [ours(data) for data in PAGES.values()]
    assert sum(len(one.good) for one in read) > 80
    assert sum(len(one.refused) for one in read) > 15


@pytest.mark.gate
def test_every_page_of_the_base_reads_alike(stock: Stock, root: Path) -> None:
    pages = sorted((root / "docs").rglob("*.md"))
    found = {str(page): disagreement(stock, page.read_bytes()) for page in pages}
    assert {page: words for page, words in found.items() if words} == {}
