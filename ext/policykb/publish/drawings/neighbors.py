"""A record and its neighbors as a small drawing: what links to it left, what it links to right.
The same links are in a list beside it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from policykb.base.entry import Entry
from policykb.publish.drawings import text_width
from policykb.publish.facts.items import Item, worst
from policykb.publish.facts.site import Site
from policykb.publish.frame.fragments import render

WIDTH, TOP, GAP = 704, 6, 9
BOX, LONE_BOX, BETWEEN = 206, 310, 43
"""How wide boxes are with neighbors on both sides and on one, and what is between two columns."""

TITLE, VIA, LEADING, ABOVE, BELOW = 12.5, 10.5, 15, 14, 8
"""Font sizes, and from one line of a box to the next, to its first, and below its last."""

LINES = 3
"""Lines that a title may take."""

INSET = 14
MOST = 12
"""Neighbors drawn on one side; the others are in the list alone."""


class Node(NamedTuple):
    """A box at ``x``, ``y`` (its top left corner); ``via`` names the relation, ``short`` what is
    drawn of it, ``text`` the lines of the title."""

    item: Item
    via: str
    short: str
    text: list[str]
    x: float
    height: float
    y: float = 0
    path: str = ""

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The lines of the title, each with its baseline."""
        first = self.y + ABOVE + (LEADING if self.short else 4)
        return [(first + LEADING * at, line) for at, line in enumerate(self.text)]


def drawing(entry: Entry, site: Site, here: str) -> Markup:
    """The drawing, or nothing where the record has fewer than two neighbors."""
    incoming = _distinct(site, ((back.label, back.items) for back in site.backs(entry)))
    fields = (name for name, _ in entry.model.links)
    outgoing = _distinct(site, ((site.label(entry, one), site.items(entry, one)) for one in fields))
    if len(incoming) + len(outgoing) < 2:
        return Markup("")
    box = BOX if incoming and outgoing else LONE_BOX
    x = 0.5 + (box + BETWEEN if incoming else 0)
    left, right = _boxes(incoming, 0.5, box), _boxes(outgoing, x + box + BETWEEN, box)
    text = text_width.lines(site.name(entry), box - 2 * INSET, TITLE, LINES, text_width.BOLD)
    tall = ABOVE + LEADING * len(text)
    height = 2 * TOP + max(tall, _tall(left), _tall(right))
    middle = height / 2
    nodes = [
        *_column(left, middle, (box + 0.5, x)),
        *_column(right, middle, (x + box + BETWEEN, x + box)),
    ]
    return render(
        "record/graph.html",
        site=site,
        here=here,
        entry=entry,
        centre=Node(Item(site.name(entry), entry), "", "", text, x, tall, middle - tall / 2),
        nodes=nodes,
        width=max((node.x for node in nodes), default=0) + box + 0.5 if right else x + box + 0.5,
        height=height,
        box=box,
        inset=INSET,
        above=ABOVE,
    )


def _distinct(site: Site, groups: Iterable[tuple[str, Iterable[Item]]]) -> list[tuple[Item, str]]:
    """Each neighbor once, with all that joins it and the worst of their grades; ``groups`` are the
    links of each relation."""
    found: dict[str, tuple[Item, str]] = {}
    for via, one in ((via, one) for via, items in groups for one in items):
        if one.entry is not None:
            other, before = found.get(one.entry.id, (one, ""))
            joined = site.t("list.comma").join(filter(None, (before, via)))
            found[one.entry.id] = (worst(other, one), joined)
    return list(found.values())


def _boxes(pairs: list[tuple[Item, str]], x: float, box: float) -> list[Node]:
    """The boxes of one side, not yet placed in height. The relation stands in one line, cut where
    it is too long, with the whole of the mark."""
    nodes, room = [], box - INSET - BELOW
    for one, via in pairs[:MOST]:
        after = f" · {one.mark}" if one.mark else ""
        short = text_width.lines(via, room - text_width.width(after, VIA), VIA)[0] + after
        text = text_width.lines(one.text, room, TITLE, LINES)
        nodes.append(Node(one, via, short, text, x, ABOVE + LEADING * len(text) + BELOW))
    return nodes


def _tall(nodes: list[Node]) -> float:
    """How tall a column of these is."""
    return sum(one.height + GAP for one in nodes) - GAP if nodes else 0


def _column(nodes: list[Node], middle: float, ends: tuple[float, float]) -> Iterator[Node]:
    """The boxes of one side centred on ``middle``, each with its line from the first of ``ends`` to
    the second, which is the side of the middle box."""
    start, end = ends
    y = middle - _tall(nodes) / 2
    for one in nodes:
        at, bend = y + one.height / 2, (start + end) / 2
        points = (start, at), (bend, at), (bend, middle), (end, middle)
        first, *others = (f"{across:g} {down:g}" for across, down in points)
        yield one._replace(y=y, path=f"M{first}C{' '.join(others)}")
        y += one.height + GAP
