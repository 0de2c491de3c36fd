"""``id/<ID>.html`` for every id that a record has or had: an address that stays when it moves."""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage
from policykb.publish.frame.assets import stamp
from policykb.values.identifier import ID


def pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each id that leads on to its record, without JavaScript."""
    script = f"_static/permalink.js?v={stamp('permalink.js')}"
    for entry, ident in addressed(site):
        docname = f"id/{ident}"
        extra = {
            "target": site.href(entry.id, docname),
            "canonical": site.absolute(site.docname(entry)) if site.baseurl else "",
            "script": site.file_href(script, docname),
        }
        shows = frozenset((entry.id,))
        yield GeneratedPage(docname, site.name(entry), "", "redirect.html", extra, shows)


def addressed(site: Site) -> Iterator[tuple[Entry, str]]:
    """Every record with each id that leads to it: its own, and former ones that no other has."""
    known = {entry.id for entry in site.entries}
    for entry in site.entries:
        yield entry, entry.id
        yield from ((entry, one) for one in entry.values("former_ids", ID) if one not in known)
