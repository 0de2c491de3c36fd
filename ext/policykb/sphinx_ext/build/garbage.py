"""Fewer collections while building: thousands of pages make millions of objects that stay."""

import atexit
import gc
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from policykb.sphinx_ext.shared import state

THRESHOLD = (200_000, 1000, 1000)
"""Objects made before a collection of those that are new, which so many make the old ones looked
through too that none does; a tenth of a large site's time goes into collections with Python's own
numbers."""
PAGES = 200
"""Pages written between two collections of what is new: objects of freed pages are counted off, so
that the number above would never be reached."""

_BEFORE: list[tuple[int, int, int]] = []


def begin(app: Sphinx) -> None:
    """Collect rarely."""
    _BEFORE.append(gc.get_threshold())
    gc.set_threshold(*THRESHOLD)


def free(
    app: Sphinx,
    pagename: str,
    template: str,
    values: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Free the page that was written before this one. Its nodes refer to each other: until the next
    collection they would stay, which are so rare that all pages of a site would. In another
    project's site they stay, since its extensions may keep them."""
    known = state.of(app)
    if known.is_guest:
        return
    before, known.written = known.written, doctree
    for node in [] if before is None else list(before.findall()):
        vars(node).clear()
    known.freed += 1
    if known.freed % PAGES == 0:
        gc.collect(0)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Collect as before. What is there now counts as old, since the next collection would look
    through all of it; so would Python when it ends, several times, to free what ends with it."""
    if _BEFORE:
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(*_BEFORE.pop())
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)


def setup(app: Sphinx) -> None:
    """From the first page to the last file."""
    app.connect("builder-inited", begin)
    app.connect("html-page-context", free)
    app.connect("build-finished", finish, priority=990)
