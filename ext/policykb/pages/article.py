"""A record's page: what stands before and after its own prose."""

from __future__ import annotations

from policykb.kb import Entry
from policykb.pages.fragments import render
from policykb.pages.site import Site


def before(entry: Entry, site: Site) -> str:
    """HTML that opens the ``<article>`` and the box for the record's prose."""
    return str(render("record/before.html", site=site, entry=entry, here=site.docname(entry)))


def after(entry: Entry, site: Site) -> str:
    """HTML that closes the box for prose, then everything else about the record, then the
    ``</article>``. Evidence blocks are shown here: in the prose itself they leave nothing."""
    return str(
        render(
            "record/after.html",
            site=site,
            entry=entry,
            here=site.docname(entry),
            facts=site.facts(entry),
            backs=site.backs(entry),
            quotations=site.quotations(entry),
        )
    )
