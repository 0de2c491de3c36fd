"""One long-lived Sphinx application for all pages."""

import pytest
from tests.markdown.parity.harness import Stock


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """MyST and sphinx-needs, ready to read pages."""
    return Stock(tmp_path_factory.mktemp("stock") / "base")
