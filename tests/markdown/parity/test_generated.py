"""Thousands of generated pages read alike; the fast scan finds what the full parser finds."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.markdown.parity.generated import heaps, orderly
from tests.markdown.parity.harness import TYPE_NAMES, Stock, disagreement
from tests.markdown.parity.odd_pages import PAGES
from tests.volume import take

from policykb.markdown import myst, scan
from policykb.markdown import reader as reader_module
from policykb.markdown.page import Block, Page

SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.mark.gate
@settings(max_examples=take(150, 1000, 20_000), suppress_health_check=SLOW)
@given(page=orderly())
def test_orderly_pages_read_alike(stock: Stock, page: str) -> None:
    assert disagreement(stock, page.encode("utf-8", "surrogatepass")) == ""


@pytest.mark.gate
@settings(max_examples=take(200, 1500, 20_000), suppress_health_check=SLOW)
@given(page=heaps())
@example(page="::::{org} A\n:id: ORG_0\n:part_of: 0|\n::::\n")
def test_heaps_of_lines_read_alike(stock: Stock, page: str) -> None:
    assert disagreement(stock, page.encode("utf-8", "surrogatepass")) == ""


def shape(block: Block) -> tuple[object, ...]:
    """A block without what only the full parser knows."""
    return (block.start, block.name, block.argument, block.inner, block.stop, block.end)


def read(text: str, full: bool, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Read a page by the fast scan where it may, or by the full parser throughout."""
    with monkeypatch.context() as patch:
        if full:
            patch.setattr(scan, "blocks", myst.blocks)
        return reader_module.read_page("p.md", text, TYPE_NAMES)


@settings(max_examples=take(300, 2000, 40_000), suppress_health_check=SLOW)
@given(text=st.one_of(orderly(), heaps()))
@example(text=PAGES["nested"].decode())
@example(text=PAGES["short outer fence"].decode())
def test_the_fast_scan_finds_what_the_full_parser_finds(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    fast, full = (read(text, one, monkeypatch) for one in (False, True))
    assert [shape(one.block) for one in fast.records] == [shape(one.block) for one in full.records]
    assert [shape(one) for one in fast.blocks] == [shape(one) for one in full.blocks]
    assert [(one.kind, one.start) for one in fast.faults] == [
        (one.kind, one.start) for one in full.faults
    ]
    assert [item.quote for one in fast.records for item in one.evidence] == [
        item.quote for one in full.records for item in one.evidence
    ]
