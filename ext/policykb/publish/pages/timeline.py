"""What happened when: lanes as a drawing, and the same as a list. Dates are as vague as their
sources: a year is drawn as a year's bar; what has no year is listed apart and not drawn."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish.drawings import text_width
from policykb.publish.facts import moments
from policykb.publish.facts.moments import Moment
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging
from policykb.values.edtf import Edtf

WIDTHS, LEFT, TOP, ROW, TALL, SIZE = (1100, 690), 130, 34, 26, 56, 12
"""The widths to draw in: the page shows the widest that it has room for, or the list alone."""

MOST_MARKS = 120
"""Moments drawn one by one; above that each lane counts them by year."""


class Mark(NamedTuple):
    """A moment in the drawing: ``x`` and ``width`` of its span, the middle of its row at ``y``."""

    moment: Moment
    x: float
    width: float
    y: float
    text: str
    text_x: float
    anchor: str


class Bar(NamedTuple):
    """How many moments a year has in a lane."""

    year: int
    number: int
    x: float
    width: float
    y: float
    height: float


class Lane(NamedTuple):
    """One type's rows: top, height, and what is in them."""

    kind: str
    label: str
    y: float
    height: float
    marks: list[Mark]
    bars: list[Bar]


class Block(NamedTuple):
    """One heading of the list: its anchor, its short name, its words, and how many are under it."""

    anchor: str
    name: str
    heading: str
    number: int


Row = tuple[Block, Moment | Entry]


def _by_year(dated: list[Moment]) -> Iterator[Row]:
    """The moments of each year, the newest first; what begins together stays in its order."""
    newest_first = sorted(dated, key=lambda one: one.value.start.order, reverse=True)
    years: defaultdict[int, list[Moment]] = defaultdict(list)
    for one in newest_first:
        years[one.value.year or 0].append(one)
    for year, found in sorted(years.items(), reverse=True):
        block = Block(f"y{year}", str(year), str(year), len(found))
        yield from ((block, one) for one in found)


def _without_year(site: Site, yearless: list[Moment]) -> Iterator[Row]:
    """The moments of no known year, and the records without a date."""
    words = site.t("timeline.no_year")
    block = Block("no-year", words, words, len(yearless))
    yield from ((block, one) for one in yearless)
    undated = [
        one
        for kind in moments.lanes()
        if (when := TYPES[kind].newest_first)
        for one in site.by_type[kind]
        if one.value(when) is None
    ]
    words, everywhere = site.t("timeline.no_date"), site.t("timeline.no_date_anywhere")
    block = Block("no-date", words, everywhere, len(undated))
    yield from ((block, one) for one in undated)


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The drawing with the newest of the list; the rest of the list on pages of its own."""
    found = moments.every(site)
    dated = sorted(
        (one for one in found if one.value.year is not None),
        key=lambda one: (one.value.start.order, one.value.order, site.order(one.entry)),
    )
    yearless = sorted(
        (one for one in found if one.value.year is None),
        key=lambda one: (str(one.value), site.order(one.entry)),
    )
    rows = [*_by_year(dated), *_without_year(site, yearless)]
    drawings = [drawing(site, dated, width) for width in WIDTHS] if dated else []
    parts = list(paging.split(site, PAGE.docname, rows, lambda row: row[0].name))
    # The later pages first, so that what begins a block has the last word.
    begins = {row[0].anchor: part.docname for part in reversed(parts) for row in part.rows}
    blocks = list(dict.fromkeys(block for block, _ in rows))
    drawn = {mark.moment.entry.id for one in drawings for lane in one.lanes for mark in lane.marks}
    lanes = [(one.height, one.ticks, [lane.bars for lane in one.lanes]) for one in drawings]
    for part in parts:
        ids = [one.entry.id if isinstance(one, Moment) else one.id for _, one in part.rows]
        dates = [one.what if isinstance(one, Moment) else "" for _, one in part.rows]
        more = [] if part.previous else sorted(drawn)
        shows = [*ids, *more], (blocks, begins, dates, [] if part.previous else lanes)
        groups = groupby(part.rows, key=lambda row: row[0])
        shown = [(block, [one for _, one in group]) for block, group in groups]
        values = {"blocks": blocks, "begins": begins, "shown": shown, "drawings": drawings}
        yield made.part_page(site, part, PAGE.title, "timeline.html", shows, values)


class Drawing(NamedTuple):
    """Lanes and the years' lines, in units of which the drawing is ``width`` wide."""

    width: int
    height: float
    lanes: list[Lane]
    ticks: list[tuple[int, float]]


def drawing(site: Site, dated: list[Moment], width: int) -> Drawing:
    """The dates, of which there is one or more, in a width."""
    first = min(_span(one.value)[0].year for one in dated)
    last = max(_span(one.value)[1].year for one in dated) + 1
    start = date(first, 1, 1).toordinal()
    scale = (width - LEFT - 20) / (date(last, 1, 1).toordinal() - start)

    def across(day: date) -> float:
        return LEFT + (day.toordinal() - start) * scale

    lanes: list[Lane] = []
    y: float = TOP
    for kind in moments.lanes():
        mine = [one for one in dated if one.entry.type == kind]
        if not mine:
            continue
        label = site.kind(TYPES[kind], many=True)
        if len(dated) > MOST_MARKS:
            lane = Lane(kind, label, y, TALL, [], _bars(mine, across, y))
        else:
            marks, rows = _marks(site, mine, across, y, width)
            lane = Lane(kind, label, y, ROW * rows, marks, [])
        lanes.append(lane)
        y += lane.height + 10
    step = max(1, round((last - first) * 92 / (width - LEFT)))
    ticks = [(year, round(across(date(year, 1, 1)), 1)) for year in range(first, last + 1, step)]
    return Drawing(width, y, lanes, ticks)


def _span(value: Edtf) -> tuple[date, date]:
    """The first and the last day of a date with a year; of an open interval, of its known end."""
    first, last = value.start.earliest, (value.end or value.start).latest
    assert first is not None
    assert last is not None
    return first, last


def _bars(found: list[Moment], across: Callable[[date], float], y: float) -> list[Bar]:
    """How many there are in each year, the tallest bar as tall as the lane."""
    counted = Counter(one.value.year for one in found if one.value.year is not None)
    bars = []
    for year, number in sorted(counted.items()):
        left, right = across(date(year, 1, 1)), across(date(year + 1, 1, 1))
        height = max(2.0, (TALL - 20) * number / max(counted.values()))
        place = (left + 1, right - left - 2, y + TALL - height, height)
        bars.append(Bar(year, number, *(round(one, 1) for one in place)))
    return bars


def _marks(
    site: Site, found: list[Moment], across: Callable[[date], float], y: float, room: int
) -> tuple[list[Mark], int]:
    """Marks in as many rows as they need to keep clear of each other."""
    ends: list[float] = []
    marks = []
    for one in found:
        mark, begin, end = _mark(site, one, across, room)
        row = next((at for at, taken in enumerate(ends) if taken < begin), len(ends))
        ends[row:] = [end, *ends[row + 1 :]]
        marks.append(mark._replace(y=y + ROW * (row + 0.5)))
    return marks, len(ends)


def _mark(
    site: Site, moment: Moment, across: Callable[[date], float], room: int
) -> tuple[Mark, float, float]:
    """A mark without its row, and the span it takes with its label."""
    early, late = _span(moment.value)
    x = across(early)
    width = max(8.0, across(late) - x)
    after, before = room - (x + width + 8), x - 8 - LEFT
    text = text_width.lines(site.name(moment.entry), max(after, before), SIZE)[0]
    length = text_width.width(text, SIZE)
    place, side = (x - 6, "end"), (x - 16 - length, x + width + 8)
    if length <= after:
        place, side = (x + width + 6, "start"), (x, x + width + 16 + length)
    mark = Mark(moment, round(x, 1), round(width, 1), 0, text, round(place[0], 1), place[1])
    return mark, *side


PAGE = SitePage(
    "timeline",
    "Timeline",
    pages,
    order=80,
    footer=True,
    browse="what happened when",
    description="What happened when, as exactly as the sources say.",
)
