"""A page of facts of one kind, one a row, in several pages where they are many."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from policykb.publish.facts.audit import lines
from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, Shown, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render

Row = TypeVar("Row")


def part_page(
    site: Site,
    part: paging.Part[Row],
    title: str,
    template: str,
    shows: tuple[Iterable[str], object],
    values: dict[str, Any] | Callable[[], dict[str, Any]],
) -> GeneratedPage:
    """One page of a list, which is made where it is asked for. ``shows`` are the ids of records
    and whatever else the page is made of, as it prints."""

    def html() -> str:
        given = values() if callable(values) else values
        return str(render(template, site=site, here=part.docname, part=part, **given))

    ids = list(shows[0])
    names = [one.docname for one in part.places]
    way = part.start, part.total, part.place, part.previous, part.linked, part.next, names
    rest = repr((ids, way, shows[1]))
    shown = Shown(frozenset(ids), rest)
    return GeneratedPage(part.docname, part.titled(title), html, shows=shown)


def page(name: str, title: str, wanted: Callable[[Fact], bool], **more: Any) -> SitePage:
    """The page of the facts that are wanted; ``name`` is its docname and that of its template,
    ``more`` what else a `SitePage` says of itself."""

    def pages(site: Site) -> Iterator[GeneratedPage]:
        found = [one for one in lines(site) if wanted(one.fact)]
        for part in paging.split(site, name, found, lambda one: site.name(one.entry)):
            shows = [one.entry.id for one in part.rows], [one.fact.name for one in part.rows]
            yield part_page(site, part, title, f"{name}.html", shows, {"lines": part.rows})

    return SitePage(name, title, pages, footer=True, **more)
