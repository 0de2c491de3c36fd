"""The ids that the frame gives a written page, so that no heading of the page gets one of them."""

from collections.abc import Iterable

from policykb.publish.facts.site_page import SitePage

_ALL = ("site-nav", "jump", "main")


def of(pages: Iterable[SitePage], docname: str) -> tuple[str, ...]:
    """The ids around the text of a page; ``pages`` are those of the site that are no records."""
    return (*_ALL, *(ident for page in pages if page.has(docname) for ident in page.ids))
