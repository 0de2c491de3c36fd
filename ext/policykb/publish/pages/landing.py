"""The front page's live parts."""

from collections.abc import Iterator

from policykb.base.look import LANDING
from policykb.model import SOURCE, TYPES, RecordType
from policykb.publish.facts import standing
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import filled
from policykb.publish.pages import chain

MOST_ROWS = 30
"""Chains shown on the front page at most; all of them are on a page of their own."""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """A front page for a base that has none written."""
    yield GeneratedPage(PAGE.docname, site.title, "")


def after(site: Site, docname: str) -> str:
    """What follows the written beginning of the front page."""
    rows = chain.rows(site)
    told = [row for row in rows if row.program.items or row.program.known]
    return filled(
        "landing.html",
        site=site,
        here=docname,
        blocks=site.base.settings.landing or LANDING,
        numbers=numbers(site),
        rows=told[:MOST_ROWS],
        more=len(told) - MOST_ROWS,
        silent=len(rows) - len(told),
        briefs=site.briefs,
    )


def numbers(site: Site) -> list[tuple[str, str, str]]:
    """Live numbers: figure, words, page. What is not known is counted with what is. Of a base
    without ventures and programs, the first types that it has are counted."""
    quotes = sum(len(site.quotations(one)) for one in site.entries)
    records = [one for one in site.entries if not one.is_source]
    gaps = sum(len(one.gaps) for one in site.entries)
    sources = len(site.entries) - len(records)
    read, t, count = str(standing.reviewed_today(site)), site.t, site.t.count
    return [
        *(_number(site, model) for model in _counted(site)),
        (str(quotes), t("landing.quotations", sources=count(sources, "source")), "coverage"),
        (str(gaps), t.plural("landing.gaps", gaps), "gaps"),
        (read, t("landing.reviewed", records=count(len(records), "record")), "reviews"),
    ]


def _counted(site: Site) -> list[RecordType]:
    """The types whose records are counted."""
    chained = [TYPES[kind] for kind in (*chain.ROWS, chain.CHAIN["payer"])]
    if any(site.by_type[model.name] for model in chained):
        return chained
    there = [model for model in TYPES.values() if site.by_type[model.name]]
    return [model for model in there if model.name != SOURCE][: len(chained)]


def _number(site: Site, model: RecordType) -> tuple[str, str, str]:
    """How many records of a type there are, and how many lack a program that they should have."""
    found = site.by_type[model.name]
    said = site.kind(model, many=len(found) != 1).lower()
    link = model.specs.get(chain.FUNDED_BY)
    bare = [one for one in found if not site.targets(one, chain.FUNDED_BY)]
    if link is not None and link.required and bare:
        said = site.t.plural("landing.bare", len(bare), kind=said)
    return str(len(found)), said, f"{model.folder}/index"


PAGE = SitePage("index", "Home", pages, after, ("hero-q", "briefs", "chain", "types"), order=0)
