"""Sources and quotations for the tests of evidence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policykb.evidence.document.source import Source

Make = Callable[..., Source]


@pytest.fixture
def source(tmp_path: Path) -> Make:
    """Make a source from its text or bytes."""

    def make(text: str | bytes, separator: str = "blank-line") -> Source:
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "source.txt").write_bytes(data)
        return Source(tmp_path, "source.txt", separator)

    return make
