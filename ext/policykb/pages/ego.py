"""A record and its neighbours as a small drawing: what links to it left, what it links to right."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from policykb.kb import Entry
from policykb.pages import words
from policykb.pages.fragments import render
from policykb.pages.site import Site
from policykb.pages.words import label

WIDTH, BOX, ROW, HEIGHT, TOP = 704, 206, 44, 34, 6
MOST = 12
"""Neighbours drawn on one side; the others are in the list of links."""

_MIDDLE = (WIDTH - BOX) / 2


@dataclass(frozen=True, slots=True)
class Node:
    """A box at ``x``, ``y`` (its top left corner); ``via`` names the relation."""

    entry: Entry
    via: str
    text: str
    x: float
    y: float
    path: str = ""


def drawing(entry: Entry, site: Site, here: str) -> Markup:
    """The drawing, or nothing where the record has fewer than two neighbours."""
    incoming = [(one, back.label) for back in site.backs(entry) for one in back.entries]
    outgoing = [
        (target, label(name, spec))
        for name, spec in entry.specs.items()
        if spec.is_link
        for target in site.targets(entry, name)
    ]
    left, right = _distinct(incoming), _distinct(outgoing)
    if len(left) + len(right) < 2:
        return Markup("")
    more = max(0, len(left) - MOST) + max(0, len(right) - MOST)
    left, right = left[:MOST], right[:MOST]
    height = 2 * TOP + ROW * max(len(left), len(right), 1)
    middle = height / 2
    shift = 0 if left else _MIDDLE - 0.5
    nodes = [
        *_column(left, 0.5, middle, _MIDDLE, BOX),
        *_column(right, WIDTH - BOX - 0.5 - shift, middle, _MIDDLE + BOX - shift, 0),
    ]
    return render(
        "record/graph.html",
        site=site,
        here=here,
        entry=entry,
        text=words.shorten(entry.title, 28),
        nodes=nodes,
        x=_MIDDLE - shift,
        y=middle - HEIGHT / 2,
        width=WIDTH if left and right else WIDTH - _MIDDLE + 0.5,
        height=height,
        box=BOX,
        box_height=HEIGHT,
        more=more,
    )


def _distinct(pairs: list[tuple[Entry, str]]) -> list[tuple[Entry, str]]:
    found: dict[str, tuple[Entry, str]] = {}
    for one, via in pairs:
        if one.id in found:
            found[one.id] = (one, f"{found[one.id][1]}, {via}")
        else:
            found[one.id] = (one, via)
    return list(found.values())


def _column(
    pairs: list[tuple[Entry, str]], x: float, middle: float, end: float, edge: float
) -> list[Node]:
    """Boxes of one side, centred on ``middle``, each with its line to the middle box at ``end``."""
    top = middle - ROW * len(pairs) / 2 + (ROW - HEIGHT) / 2
    nodes = []
    for index, (one, via) in enumerate(pairs):
        y = top + ROW * index
        start = x + edge
        at = y + HEIGHT / 2
        bend = (start + end) / 2
        points = (start, at), (bend, at), (bend, middle), (end, middle)
        first, *others = (f"{across:.0f} {down:.0f}" for across, down in points)
        path = f"M{first}C{' '.join(others)}"
        nodes.append(Node(one, via, words.shorten(one.title, 28), x, y, path))
    return nodes
