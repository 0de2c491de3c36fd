"""Who is linked to whom: a drawing laid out when the site is built, and the links as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish.drawings import columns
from policykb.publish.drawings import text_width as lettering
from policykb.publish.facts.site import Item, Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render

WIDTH, BOX, EDGE, TOP = 1136, 184, 1, 8
SIZE, LEADING, PADDING, GAP = 11.5, 13, 7, 5
"""The labels' font size, from one line to the next, around the lines, and between two boxes."""

INSET, LINES = 10, 2
MOST_NODES = 60
"""Records drawn in a column, those with the most links."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one record to another by a field."""

    source: Entry
    via: str
    target: Entry
    link: Item


@dataclass(frozen=True, slots=True)
class Node:
    """A record in the drawing: its box from ``x``, ``top``, the lines of its title, how many links
    it has, and the paths of those drawn."""

    entry: Entry
    x: float
    y: float
    text: list[str]
    degree: int
    paths: list[str]

    @property
    def height(self) -> float:
        """The height of the box, whose middle is at ``y``."""
        return _height(self.text)

    @property
    def top(self) -> float:
        """The upper edge of the box."""
        return round(self.y - self.height / 2, 1)

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The lines of the title, each with its baseline."""
        first = self.top + PADDING + SIZE - 4
        return [(round(first + LEADING * at, 1), line) for at, line in enumerate(self.text)]


def edges(site: Site) -> list[Edge]:
    """Every link between records, sources left out."""
    return [
        Edge(entry, site.label(entry, name), link.entry, link)
        for entry in site.entries
        for name, spec in entry.specs.items()
        if spec.is_link
        for link in site.items(entry, name)
        if link.entry is not None
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
        "inset": INSET,
        "kinds": [TYPES[kind] for kind in TYPES if any(node.entry.type == kind for node in nodes)],
    }
    for part in paging.split(site, PAGE.docname, found, lambda edge: edge.source.title):
        html = render("network.html", site=site, here=part.docname, part=part, **values)
        scripts = {"scripts": ["list.js"]}
        yield GeneratedPage(part.docname, part.titled(PAGE.title), str(html), extra=scripts)


def layout(found: list[Edge]) -> tuple[list[Node], list[str], float]:
    """Boxes, the paths between them, and the drawing's height."""
    degree = Counter(one.id for edge in found for one in (edge.source, edge.target))
    entries = {one.id: one for edge in found for one in (edge.source, edge.target)}
    # From left to right: who, with whom, in what, through what, under which policy.
    numbers = sorted({model.network for model in TYPES.values() if model.network})
    drawn = [
        sorted(
            (ident for ident, one in entries.items() if one.model.network == number),
            key=lambda ident: (-degree[ident], ident),
        )[:MOST_NODES]
        for number in numbers
    ]
    column = {ident: at for at, idents in enumerate(drawn) for ident in idents}
    pairs = sorted(
        {
            (a, b) if column[a] <= column[b] else (b, a)
            for a, b in ((edge.source.id, edge.target.id) for edge in found)
            if a in column and b in column and a != b
        }
    )
    text = {
        ident: lettering.lines(entries[ident].title, BOX - INSET - PADDING, SIZE, LINES)
        for ident in column
    }
    placed = columns.arrange(
        drawn, pairs, {ident: _height(lines) + GAP for ident, lines in text.items()}
    )
    step = (WIDTH - BOX - 2 * EDGE) / (len(numbers) - 1)
    left = [round(EDGE + step * at, 1) for at in range(len(numbers))]
    y = {ident: round(TOP + place, 1) for ident, place in placed.places.items()}
    paths = {
        (a, b): _path(
            (left[column[a]], y[a]),
            [
                (left[column[a] + 1 + at], round(TOP + place, 1))
                for at, place in enumerate(placed.passing[a, b])
            ],
            (left[column[b]], y[b]),
        )
        for a, b in pairs
    }
    nodes = [
        Node(
            entries[ident],
            left[at],
            y[ident],
            text[ident],
            degree[ident],
            [path for pair, path in paths.items() if ident in pair],
        )
        for at, idents in enumerate(drawn)
        for ident in sorted(idents, key=y.__getitem__)
    ]
    return nodes, list(paths.values()), round(2 * TOP + placed.height, 1)


def _height(text: list[str]) -> float:
    return LEADING * len(text) + PADDING


Point = tuple[float, float]


def _path(start: Point, passing: list[Point], end: Point) -> str:
    """A line between the facing sides of two boxes, level across the columns between; within a
    column a bow to the right. Boxes are given by the left end of their middle line."""
    x, y = start[0] + BOX, start[1]
    drawn = f"M{x:g} {y:g}"
    if start[0] == end[0]:
        return f"{drawn}C{x + 26:g} {y:g} {x + 26:g} {end[1]:g} {x:g} {end[1]:g}"
    for at, point in enumerate([*passing, end]):
        bend = round((x + point[0]) / 2, 1)
        drawn += f"C{bend:g} {y:g} {bend:g} {point[1]:g} {point[0]:g} {point[1]:g}"
        x, y = round(point[0] + BOX, 1), point[1]
        if at < len(passing):
            drawn += f"H{x:g}"
    return drawn


PAGE = SitePage(
    "network",
    "Network",
    pages,
    order=90,
    footer=True,
    browse="who is linked to whom",
    description="Who is linked to whom, as a drawing and a table.",
)
