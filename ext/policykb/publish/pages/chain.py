"""The chain: each alliance and venture with the program that pays for it, the ministry that runs
the program, and the policy the program carries out. What is missing is said in words."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish import facts
from policykb.publish.facts import words
from policykb.publish.facts.items import Item
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging

CHAIN = tomllib.loads((Path(facts.__file__).parent / "chain.toml").read_text(encoding="utf-8"))
ROWS, FUNDED_BY = CHAIN["rows"], CHAIN["link"]


class Cell(NamedTuple):
    """Records of one column, or why there are none: ``known`` tells a gap stated with its reason
    (``why``) from a silence of the base."""

    items: tuple[Item, ...] = ()
    why: str = ""
    known: bool = False


class Row(NamedTuple):
    """One chain, from an alliance or venture to a policy."""

    entry: Entry
    parties: tuple[Item, ...]
    program: Cell
    ministry: Cell
    policy: Cell

    @property
    def records(self) -> tuple[Entry, ...]:
        """The records whose fields it shows."""
        return self.entry, *(one.entry for one in self.program.items if one.entry is not None)


def rows(site: Site) -> list[Row]:
    """One row for each venture or alliance and program that pays for it; ventures first, those with
    a known program before the others."""
    return site.remember("chain", lambda: _rows(site))


def _rows(site: Site) -> list[Row]:
    found = []
    for entry in (one for kind in ROWS for one in site.by_type[kind]):
        parties = tuple(site.items(entry, "parties"))
        paid_by = _cell(site, entry, FUNDED_BY, "chain.no_program")
        if not paid_by.items:
            found.append(Row(entry, parties, paid_by, Cell(), Cell()))
        for link in paid_by.items:
            if link.entry is not None:
                run_by = _cell(site, link.entry, CHAIN["run_by"], "chain.no_ministry")
                policy = _cell(site, link.entry, CHAIN["carries_out"], "chain.no_policy")
                found.append(Row(entry, parties, Cell((link,)), run_by, policy))
    return sorted(
        found,
        key=lambda row: (
            ROWS.index(row.entry.type),
            not row.program.items,
            site.order(row.entry),
        ),
    )


def _cell(site: Site, entry: Entry, field: str, nothing: str) -> Cell:
    """The links of a field without those that lead nowhere, or why there are none."""
    if links := tuple(one for one in site.items(entry, field) if one.entry is not None):
        return Cell(links)
    why = entry.gaps.get(field, "")
    return Cell(why=why or words.capital(site.t(nothing)), known=bool(why))


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The matrix as pages of its own."""
    kinds = [TYPES[kind] for kind in ROWS]
    for part in paging.split(site, PAGE.docname, rows(site), lambda row: site.name(row.entry)):
        shows = [one.id for row in part.rows for one in row.records], ""
        values = {"rows": part.rows, "kinds": kinds}
        yield made.part_page(site, part, PAGE.title, "chain-page.html", shows, values)


PAGE = SitePage(
    "chain",
    "Ventures and alliances",
    pages,
    order=30,
    menu="Ventures & alliances",
    under=("ventures/", "alliances/"),
    browse="each with its program, ministry and policy",
    description="Each venture and alliance with its program, ministry and policy.",
)
