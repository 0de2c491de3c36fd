"""The Python reference says what the docstrings say; ``REWRITE=1`` writes it anew."""

import os
from pathlib import Path

from tests.cli.api_page import page


def test_the_reference_is_that_of_this_version(root: Path) -> None:
    text, file = page(root / "ext/policykb"), root / "docs/api/index.md"
    if os.environ.get("REWRITE"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text
