"""Who is linked to whom: the records with the most links, each with what it is linked to in groups,
and every link as a table."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish.facts import tables
from policykb.publish.facts.items import Item
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging
from policykb.publish.frame.fragments import render

MOST_HUBS, MOST_NEAR, LEAST_NEAR = 24, 80, 3
"""Records drawn with their neighbors; neighbors drawn of one; links below which none is drawn."""


class Edge(NamedTuple):
    """A link from one record to another by a field, how the other's side calls it, and the link as
    each of the two sees it."""

    source: Entry
    via: str
    target: Entry
    back: str
    link: Item
    from_target: Item


class Hub(NamedTuple):
    """A record and those it is linked to, by relation; ``degree`` is the number of all its links,
    ``more`` of those neighbors for which there is no room."""

    entry: Entry
    degree: int
    groups: list[tuple[str, list[Item]]]
    more: int


def edges(site: Site) -> list[Edge]:
    """Every link between records, sources left out."""
    return [
        edge
        for entry in site.entries
        for edge in site.keep(entry, (Edge,), partial(_edges, site, entry))
    ]


def _edges(site: Site, entry: Entry) -> list[Edge]:
    found = []
    for name, spec in entry.model.links:
        for link in site.items(entry, name):
            if (other := link.entry) is not None:
                via, back = site.label(entry, name), site.back(other, name, spec)
                seen = site.link_from(entry, name, other)
                found.append(Edge(entry, via, other, back, link, seen))
    return found


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The drawing with the first links of the table; the other links on pages of their own."""
    found = edges(site)
    drawn = hubs(found)
    counted = Counter((one.source.type, one.via, one.target.type) for one in found)
    shown = {one.type for hub in drawn for one in (hub.entry, *_near(hub))}
    values = {
        "counted": [
            (TYPES[a], via, TYPES[b], number) for (a, via, b), number in counted.most_common()
        ],
        "linked": len({one.id for edge in found for one in (edge.source, edge.target)}),
        "via": tables.Column(site.t("network.link"), tables.choices(one.via for one in found)),
        "hubs": drawn,
        "kinds": [TYPES[kind] for kind in TYPES if kind in shown],
    }
    return made.table(site, PAGE.docname, PAGE.title, "network.html", rows(site), **values)


def rows(site: Site) -> list[paging.Listed]:
    """The rows of the table."""
    kept = (site.keep(one, (paging.Listed,), partial(_rows, site, one)) for one in site.entries)
    return site.remember(f"rows {PAGE.docname}", lambda: list(chain.from_iterable(kept)))


def _rows(site: Site, entry: Entry) -> list[paging.Listed]:
    here, found = PAGE.docname, site.keep(entry, (Edge,), partial(_edges, site, entry))
    cells = (render("network-row.html", site=site, here=here, edge=edge) for edge in found)
    return [paging.Listed(site.name(entry), html) for html in cells]


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """All rows of the table where it is long."""
    return paging.index(PAGE.docname, rows(site))


def _near(hub: Hub) -> Iterator[Entry]:
    for _, items in hub.groups:
        yield from (one.entry for one in items if one.entry is not None)


def hubs(found: list[Edge]) -> list[Hub]:
    """The records that show the most links among those that none before them shows, so that each
    link is drawn once; until what is left would show few."""
    left = [one for one in found if one.source.model.network and one.target.model.network]
    open_ = Counter(one.id for edge in left for one in (edge.source, edge.target))
    entries = {one.id: one for edge in left for one in (edge.source, edge.target)}
    near: defaultdict[str, dict[int, Edge]] = defaultdict(dict)
    for edge in left:
        for one in (edge.source, edge.target):
            near[one.id][id(edge)] = edge
    degree, drawn = Counter(open_), list[Hub]()
    while len(drawn) < MOST_HUBS and open_:
        ident = min(open_, key=lambda one: (-open_[one], one))
        if open_[ident] < LEAST_NEAR:
            break
        mine = [*near[ident].values()]
        drawn.append(_hub(entries[ident], degree[ident], mine))
        for edge in mine:
            for one in (edge.source, edge.target):
                open_[one.id] -= 1
                near[one.id].pop(id(edge), None)
    return drawn


def _hub(entry: Entry, degree: int, mine: list[Edge]) -> Hub:
    groups: dict[str, list[Item]] = {}
    for edge in mine[:MOST_NEAR]:
        ends = (edge.via, edge.link), (edge.back, edge.from_target)
        via, other = ends[edge.source is not entry]
        groups.setdefault(via, []).append(other)
    large_first = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return Hub(entry, degree, large_first, max(0, len(mine) - MOST_NEAR))


PAGE = SitePage(
    "network",
    "Network",
    pages,
    files=files,
    order=90,
    footer=True,
    browse="who is linked to whom",
    description="Who is linked to whom, as a drawing and a table.",
)
