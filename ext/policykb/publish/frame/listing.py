"""A page of facts of one kind, one a row, in several pages where they are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from policykb.publish.facts.audit import lines
from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render


def page(name: str, title: str, wanted: Callable[[Fact], bool], **more: Any) -> SitePage:
    """The page of the facts that are wanted; ``name`` is its docname and that of its template,
    ``more`` what else a `SitePage` says of itself."""

    def pages(site: Site) -> Iterator[GeneratedPage]:
        found = [one for one in lines(site) if wanted(one.fact)]
        for part in paging.split(site, name, found, lambda one: site.name(one.entry)):
            html = render(f"{name}.html", site=site, here=part.docname, part=part, lines=part.rows)
            yield GeneratedPage(part.docname, part.titled(title), str(html))

    return SitePage(name, title, pages, footer=True, **more)
