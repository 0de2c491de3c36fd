"""Fewer collections while building: thousands of pages make millions of objects that stay."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THRESHOLD = (200_000, 20, 50)
"""Objects made before a collection, and collections before one of the next generations; a tenth
of a large site's time goes into collections with Python's own numbers."""

_BEFORE: list[tuple[int, int, int]] = []


def begin(app: Sphinx) -> None:
    """Collect rarely."""
    _BEFORE.append(gc.get_threshold())
    gc.set_threshold(*THRESHOLD)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Collect as before."""
    if _BEFORE:
        gc.set_threshold(*_BEFORE.pop())


def setup(app: Sphinx) -> None:
    """From the first page to the last file."""
    app.connect("builder-inited", begin)
    app.connect("build-finished", finish, priority=990)
