"""A slice of the comparison with stock MyST and sphinx-needs; `make long` makes the whole one."""

from __future__ import annotations

import pytest
from tests.markdown.stock.compare import compared
from tests.markdown.stock.pages import OF_EXTENSIONS, generated
from tests.volume import take

pytestmark = [pytest.mark.gate, pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(7200)]
EACH = take(1, 6, 200)
"""Pages for each extension."""


def test_nothing_differs_in_silence() -> None:
    pages = generated("", 2 * EACH, 7)
    for name in OF_EXTENSIONS:
        pages |= generated(name, EACH, 7)
    row = compared("all", pages, list(OF_EXTENSIONS))
    assert (row.silent, row.only_ours) == ({}, {})
    assert row.alike > row.pages // 5
