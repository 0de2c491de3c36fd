"""A record's page: what stands before and after its own prose."""

from urllib.parse import urlencode

from policykb.base.entry import Entry
from policykb.publish.drawings import neighbors
from policykb.publish.facts import (
    around,
    brief_uses,
    changes,
    figures,
    moments,
    prefilled,
    sources,
    standing,
    status,
    tables,
)
from policykb.publish.facts import citations as cite
from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import filled


def before(entry: Entry, site: Site) -> str:
    """HTML that opens the ``<article>`` and the box for the record's prose."""
    here, how = site.docname(entry), standing.of(site, entry)
    kind = site.sort_of(entry)
    return filled(
        "record/before.html",
        site=site,
        entry=entry,
        here=here,
        shared=site.shares_page(entry),
        row=_is_row(entry, site),
        kind=kind,
        kind_href=_kind_href(entry, site, kind),
        status=status.of(site, entry),
        aged="" if status.lasts(site, entry) else status.aged(site, entry),
        undated=status.undated(site, entry),
        prose=site.prose(entry),
        standing=how,
        moved=[site.name(one) for one in how.moved],
        about=site.href("about#reviewed", here) if site.has_page("about") else "",
    )


def _is_row(entry: Entry, site: Site) -> bool:
    """Whether a record stands in a row of a table: on a page of nothing but records of its type,
    which are in the base for the sake of others."""
    types = {one.type for one in site.records_on(site.docname(entry))}
    return site.shares_page(entry) and entry.model.supporting and len(types) == 1


def _kind_href(entry: Entry, site: Site, kind: str) -> str:
    """The list of the type with only this kind shown; nothing where the list cannot show that."""
    several = len(site.by_type[entry.type]) > paging.SIZE
    found = site.list_href(entry.type, site.docname(entry))
    if not kind or not found or several or "kind" not in tables.names(entry.type):
        return ""
    name = site.label(entry, "kind").lower().replace(" ", "-")
    return f"{found}?{urlencode({name: kind})}"


def after(entry: Entry, site: Site) -> str:
    """HTML that closes the box for prose, then everything else about the record, then the
    ``</article>``. Evidence blocks are shown here: in the prose itself they leave nothing."""
    here = site.docname(entry)
    facts, technical = site.facts(entry), list[Fact]()
    if entry.is_source:
        facts, technical = sources.arranged(site, entry, facts)
    folded = figures.folded(entry, facts)
    alone = not site.shares_page(entry)
    return filled(
        "record/after.html",
        site=site,
        entry=entry,
        here=here,
        shared=site.shares_page(entry),
        row=_is_row(entry, site),
        facts=figures.composed(site, entry, facts),
        folded=folded,
        technical=technical,
        backs=site.backs(entry),
        quotations=site.quotations(entry),
        briefs=brief_uses.using(site, entry),
        graph=neighbors.drawing(entry, site, here) if alone else "",
        near=around.grouped(site, entry) if alone else [],
        dates=moments.dates_around(site, entry) if alone else [],
        passages=sources.passages(entry, site) if entry.is_source else None,
        citation=cite.record(entry, site),
        cite=cite,
        history=changes.of_record(site, entry),
        suggest=prefilled.suggest(site, entry),
        report=prefilled.report,
    )
