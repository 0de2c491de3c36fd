"""A record and its neighbors as a small drawing: what links to it left, what it links to right.
The same links are in a list beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Node:
    """A box at ``x``, ``y`` (its top left corner); ``via`` names the relation, ``short`` what is
    drawn of it, ``text`` the lines of the title."""

    item: Item
    via: str
    short: str
    text: list[str]
    x: float
    y: float
    height: float
    path: str = ""

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The lines of the title, each with its baseline."""
        first = self.y + ABOVE + (LEADING if self.short else 4)
        return [(first + LEADING * at, line) for at, line in enumerate(self.text)]


def drawing(entry: Entry, site: Site, here: str) -> Markup:
    """The drawing, or nothing where the record has fewer than two neighbors."""
    left = _distinct(site, ((back.label, back.items) for back in site.backs(entry)))
    fields = (name for name, _ in entry.model.links)
    right = _distinct(site, ((site.label(entry, one), site.items(entry, one)) for one in fields))
    if len(left) + len(right) < 2:
        return Markup("")
    left, right = left[:MOST], right[:MOST]
    box = BOX if left and right else LONE_BOX
    x = 0.5 + (box + BETWEEN if left else 0)
    text = text_width.lines(site.name(entry), box - 2 * INSET, TITLE, LINES, text_width.BOLD)
    tall = ABOVE + LEADING * len(text)
    height = 2 * TOP + max(tall, _tall(left, box), _tall(right, box))
    middle = height / 2
    nodes = [
        *_column(left, 0.5, box, middle, (box + 0.5, x)),
        *_column(right, x + box + BETWEEN, box, middle, (x + box + BETWEEN, x + box)),
    ]
    return render(
        "record/graph.html",
        site=site,
        here=here,
        entry=entry,
        centre=Node(Item(site.name(entry), entry), "", "", text, x, middle - tall / 2, tall),
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


def _short(via: str, mark: str, room: float) -> str:
    """The relation in one line, cut where it is too long, and the whole of the mark."""
    after = f" · {mark}" if mark else ""
    return text_width.lines(via, room - text_width.width(after, VIA), VIA)[0] + after


def _title(one: Item, box: float) -> list[str]:
    return text_width.lines(one.text, box - INSET - BELOW, TITLE, LINES)


def _height(one: Item, box: float) -> float:
    return ABOVE + LEADING * len(_title(one, box)) + BELOW


def _tall(pairs: list[tuple[Item, str]], box: float) -> float:
    """How tall a column of these is."""
    return sum(_height(one, box) + GAP for one, _ in pairs) - GAP if pairs else 0


def _column(
    pairs: list[tuple[Item, str]], x: float, box: float, middle: float, ends: tuple[float, float]
) -> list[Node]:
    """Boxes of one side, centred on ``middle``, each with its line from the first of ``ends`` to
    the second, which is the side of the middle box."""
    start, end = ends
    y = middle - _tall(pairs, box) / 2
    nodes = []
    for one, via in pairs:
        height = _height(one, box)
        at, bend = y + height / 2, (start + end) / 2
        points = (start, at), (bend, at), (bend, middle), (end, middle)
        first, *others = (f"{across:g} {down:g}" for across, down in points)
        path = f"M{first}C{' '.join(others)}"
        short = _short(via, one.mark, box - INSET - BELOW)
        nodes.append(Node(one, via, short, _title(one, box), x, y, height, path))
        y += height + GAP
    return nodes
