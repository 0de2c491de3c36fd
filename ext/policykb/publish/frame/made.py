"""Pages that are made of a template: one alone, those of a long list, those of a kind of facts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import filled

Row = TypeVar("Row")
Values = dict[str, Any]


def alone(
    docname: str,
    title: str,
    values: Callable[[Site], Values] = lambda site: {},
    scripts: Sequence[str] = (),
    **more: Any,
) -> SitePage:
    """A page that is the template of its name, filled in with ``values``; ``more`` is what else a
    `SitePage` says of itself."""

    def pages(site: Site) -> Iterator[GeneratedPage]:
        template = f"{docname.removesuffix('/index')}.html"
        html = filled(template, site=site, here=docname, **values(site))
        yield GeneratedPage(docname, title, html, extra={"scripts": scripts} if scripts else {})

    return SitePage(docname, title, pages, **more)


def part_page(
    site: Site,
    part: paging.Part[Row],
    title: str,
    template: str,
    shows: tuple[Iterable[str], object],
    values: Values | Callable[[], Values],
) -> GeneratedPage:
    """One page of a list, which is made where it is asked for. ``shows`` are the ids of records
    and whatever else the page is made of, as it prints."""

    def html() -> str:
        given = values() if callable(values) else values
        return filled(template, site=site, here=part.docname, part=part, **given)

    ids = list(shows[0])
    names = [one.docname for one in part.places]
    way = part.start, part.total, part.place, part.previous, part.linked, part.next, names
    rest = repr((ids, way, shows[1]))
    return GeneratedPage(part.docname, part.titled(title), html, shows=frozenset(ids), rest=rest)


def table(
    site: Site, docname: str, title: str, template: str, rows: Sequence[paging.Listed], **more: Any
) -> Iterator[GeneratedPage]:
    """The pages of a list that a script filters and sorts."""
    for part in paging.split(site, docname, rows, lambda row: row.name):
        html = filled(template, site=site, here=part.docname, part=part, **more)
        scripts = {"scripts": ["list.js"]}
        yield GeneratedPage(part.docname, part.titled(title), html, extra=scripts)


def facts(site: Site) -> list[Fact]:
    """Every fact of every record but sources, in the order of titles."""
    entries = (entry for entry in site.entries if not entry.is_source)
    return site.remember("facts", lambda: [one for entry in entries for one in site.facts(entry)])


def of_facts(name: str, title: str, wanted: Callable[[Fact], bool], **more: Any) -> SitePage:
    """The page of the facts that are wanted, one a row; ``name`` is its docname and template."""

    def pages(site: Site) -> Iterator[GeneratedPage]:
        found = [one for one in facts(site) if wanted(one)]
        for part in paging.split(site, name, found, lambda one: site.name(one.entry)):
            shows = [one.entry.id for one in part.rows], [one.name for one in part.rows]
            yield part_page(site, part, title, f"{name}.html", shows, {"facts": part.rows})

    return SitePage(name, title, pages, footer=True, **more)
