"""Everything within the lines of a page: read quickly where that is safe, else as MyST reads it."""

from collections.abc import Iterator
from itertools import chain

from policykb.markdown.inline import inlines
from policykb.markdown.odd_lines import is_odd
from policykb.markdown.page import Owned, Page
from policykb.text.separators import READ_AS

_MOVED = frozenset(map(chr, READ_AS))


def read(page: Page) -> list[Owned]:
    """Everything of note in the lines of a page (roles, links, …), with the record it is in."""
    found = quick(page)
    if found is None:
        from policykb.markdown import myst_inline

        found = myst_inline.inlines(page)
    return found


def quick(page: Page) -> list[Owned] | None:
    """The same, as a quick reading finds it; None where MyST's parser may find something else."""
    if page.has_odd_blocks or not _MOVED.isdisjoint(page.unusual):
        return None
    found: list[Owned] = []
    for start, stop, record in chain(page.stretches(), _arguments(page)):
        here = inlines(page.text, start, stop)
        if is_odd(page.text, start, stop, here):
            return None
        found += [(item, record) for item in here]
    return found


def _arguments(page: Page) -> Iterator[tuple[int, int, None]]:
    for block in page.blocks:
        if block.argument:
            yield block.argument_at, block.argument_at + len(block.argument), None
