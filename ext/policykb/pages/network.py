"""Who is linked to whom: a drawing laid out when the site is built, and the links as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from policykb.kb import Entry
from policykb.model import TYPES
from policykb.pages import paging, words
from policykb.pages.fragments import render
from policykb.pages.page import GeneratedPage
from policykb.pages.site import Site

COLUMNS = (
    ("person",),
    ("org",),
    ("jv", "alliance", "event"),
    ("program", "facility", "product", "indicator"),
    ("policy", "concern"),
)
"""Types from left to right: who, with whom, in what, through what, under which policy."""

WIDTH, BOX, ROW, TOP = 1136, 178, 25, 8
SWEEPS = 24
MOST_NODES = 60
"""Records drawn in a column, those with the most links."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one record to another by a field."""

    source: Entry
    via: str
    target: Entry


@dataclass(frozen=True, slots=True)
class Node:
    """A record in the drawing: the left end of its line at the middle of its height, and how many
    links it has."""

    entry: Entry
    x: float
    y: float
    text: str
    degree: int


def edges(site: Site) -> list[Edge]:
    """Every link between records, sources left out."""
    return [
        Edge(entry, site.label(entry, name), target)
        for entry in site.entries
        for name, spec in entry.specs.items()
        if spec.is_link
        for target in site.targets(entry, name)
    ]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The drawing with the first links of the table; the other links on pages of their own."""
    found = edges(site)
    nodes, paths, height = layout(found)
    counted = Counter((one.source.type, one.via, one.target.type) for one in found)
    values = {
        "counted": [
            (TYPES[a], via, TYPES[b], number) for (a, via, b), number in counted.most_common()
        ],
        "linked": len({one.id for edge in found for one in (edge.source, edge.target)}),
        "nodes": nodes,
        "paths": paths,
        "width": WIDTH,
        "height": height,
        "box": BOX,
        "kinds": [TYPES[kind] for kind in TYPES if any(node.entry.type == kind for node in nodes)],
    }
    for part in paging.split(site, "network", found, lambda edge: edge.source.title):
        html = render("network.html", site=site, here=part.docname, part=part, **values)
        yield GeneratedPage(
            part.docname, part.titled("Network"), str(html), extra={"scripts": ["list.js"]}
        )


def layout(found: list[Edge]) -> tuple[list[Node], list[str], float]:
    """Boxes, the paths between them, and the drawing's height: in columns by type, ordered by the
    mean place of what each record is linked to (the barycentre method of Sugiyama, 1981)."""
    degree = Counter(one.id for edge in found for one in (edge.source, edge.target))
    entries = {one.id: one for edge in found for one in (edge.source, edge.target)}
    columns = [
        sorted(
            (ident for ident, one in entries.items() if one.type in kinds),
            key=lambda ident: (-degree[ident], ident),
        )[:MOST_NODES]
        for kinds in COLUMNS
    ]
    drawn = {ident for column in columns for ident in column}
    pairs = sorted(
        {
            (edge.source.id, edge.target.id)
            for edge in found
            if edge.source.id in drawn
            and edge.target.id in drawn
            and edge.source is not edge.target
        }
    )
    most = max((len(column) for column in columns), default=0)
    places = _ordered(columns, pairs, most)
    step = (WIDTH - BOX) / (len(COLUMNS) - 1)
    nodes = {
        ident: Node(
            entries[ident],
            round(step * at, 1),
            round(TOP + ROW * places[ident], 1),
            words.shorten(entries[ident].title, 25),
            degree[ident],
        )
        for at, column in enumerate(columns)
        for ident in sorted(column, key=places.__getitem__)
    }
    paths = [_path(nodes[a], nodes[b]) for a, b in pairs]
    return list(nodes.values()), paths, 2 * TOP + ROW * most


def _ordered(columns: list[list[str]], pairs: list[tuple[str, str]], most: int) -> dict[str, float]:
    """The row of every record's middle, columns spread evenly over the height."""
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    places: dict[str, float] = {}

    def spread(column: list[str]) -> None:
        gap = most / max(1, len(column))
        places.update({ident: gap * (at + 0.5) for at, ident in enumerate(column)})

    for column in columns:
        spread(column)
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 else reversed(columns):
            mean = {
                ident: sum(places[one] for one in near[ident]) / len(near[ident])
                if near[ident]
                else places[ident]
                for ident in column
            }
            column.sort(key=lambda ident: (round(mean[ident], 6), ident))
            spread(column)
    return places


def _path(a: Node, b: Node) -> str:
    """A line between the facing sides of two boxes; a bow to the right within a column."""
    if a.x > b.x:
        a, b = b, a
    start = a.x + BOX
    end = b.x + BOX if a.x == b.x else b.x
    bend = start + 26 if a.x == b.x else (start + end) / 2
    return f"M{start:g} {a.y:g}C{bend:g} {a.y:g} {bend:g} {b.y:g} {end:g} {b.y:g}"
