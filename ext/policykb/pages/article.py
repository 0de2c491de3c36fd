"""A record's page: what stands before and after its own prose."""

from __future__ import annotations

from policykb.kb import Entry
from policykb.pages import cite, ego, sources
from policykb.pages.fragments import render
from policykb.pages.site import Site


def before(entry: Entry, site: Site) -> str:
    """HTML that opens the ``<article>`` and the box for the record's prose."""
    return str(
        render(
            "record/before.html",
            site=site,
            entry=entry,
            here=site.docname(entry),
            shared=site.shares_page(entry),
            reviewed=entry.value("reviewed"),
        )
    )


def after(entry: Entry, site: Site) -> str:
    """HTML that closes the box for prose, then everything else about the record, then the
    ``</article>``. Evidence blocks are shown here: in the prose itself they leave nothing."""
    here = site.docname(entry)
    return str(
        render(
            "record/after.html",
            site=site,
            entry=entry,
            here=here,
            shared=site.shares_page(entry),
            facts=site.facts(entry),
            backs=site.backs(entry),
            quotations=site.quotations(entry),
            graph="" if site.shares_page(entry) else ego.drawing(entry, site, here),
            passages=sources.passages(entry, site) if entry.type == "source" else None,
            citation=cite.record(entry, site),
            cite=cite,
            suggest=suggest(entry, site),
        )
    )


def suggest(entry: Entry, site: Site) -> str:
    """Where to suggest a change to a record, or nothing where no address is set."""
    url = site.base.settings.suggest_url
    return url.replace("{path}", entry.page.path).replace("{line}", str(entry.raw.line))
