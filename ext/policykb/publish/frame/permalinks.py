"""``id/<ID>.html`` for every id that a record has or had: an address that stays when it moves."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage
from policykb.publish.frame.assets import stamp
from policykb.values.identifier import ID


def pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each id that leads on to its record, without JavaScript."""
    known = {entry.id for entry in site.entries}
    for entry in site.entries:
        yield _page(site, entry, entry.id)
        for former in entry.values("former_ids", ID):
            if former not in known:
                yield _page(site, entry, former)


def _page(site: Site, entry: Entry, ident: str) -> GeneratedPage:
    docname = f"id/{ident}"
    script = f"_static/permalink.js?v={stamp('permalink.js')}"
    extra = {
        "target": site.href(entry.id, docname),
        "script": site.file_href(script, docname),
        "data": site.file_href(f"id/{entry.id}.json", docname),
    }
    return GeneratedPage(docname, entry.title, "", "redirect.html", extra)
