"""What people have read, when, and what waits for them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.publish.facts import standing
from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging

Row = tuple[Entry, standing.Standing, list[Fact]]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Every record but sources: what changed since it was read first, what was read last."""
    rows = _rows(site)
    number = Counter(one.state for _, one, _ in rows)
    told = {
        "states": [(site.t(f"standing.{one}"), number[one]) for one in standing.STATES],
        "read": number["read"],
        "facts": sum(len(waiting) for *_, waiting in rows),
    }
    for part in paging.split(site, PAGE.docname, rows, lambda row: row[0].title):
        shows = [entry.id for entry, *_ in part.rows], told
        yield made.part_page(site, part, PAGE.title, "reviews.html", shows, told)


def _rows(site: Site) -> list[Row]:
    waiting: dict[str, list[Fact]] = defaultdict(list)
    for fact in made.facts(site):
        if fact.questions:
            waiting[fact.entry.id].append(fact)
    rows = [
        (entry, _standing(site, entry), waiting[entry.id])
        for entry in site.entries
        if not entry.is_source
    ]
    order = standing.STATES
    return sorted(rows, key=lambda row: (order.index(row[1].state), -len(row[2])))


def _standing(site: Site, entry: Entry) -> standing.Standing:
    return site.keep(entry, (standing.Standing,), lambda: standing.of(site, entry))


PAGE = SitePage(
    "reviews",
    "What people have read",
    pages,
    order=155,
    name="Review",
    footer=True,
    browse="what a person has read, and what waits",
    description="Which records a person has compared with their sources, and what waits.",
)
