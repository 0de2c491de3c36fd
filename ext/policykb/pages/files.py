"""Files of the site that are no pages."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.pages import jump_index
from policykb.pages.site import Site


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Paths relative to the site's top, with their content; written when the build finishes."""
    yield jump_index.PATH, jump_index.script(site)
    yield "robots.txt", b"User-agent: *\nAllow: /\n"
