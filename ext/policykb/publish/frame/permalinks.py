"""``id/<ID>.html`` for every record: an address that stays when the record moves."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage
from policykb.publish.frame.assets import stamp


def pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each record that leads on to it, without JavaScript."""
    for entry in site.entries:
        docname = f"id/{entry.id}"
        target = site.href(entry.id, docname)
        script = f"_static/permalink.js?v={stamp('permalink.js')}"
        extra = {
            "target": target,
            "script": site.file_href(script, docname),
            "data": site.file_href(f"{docname}.json", docname),
        }
        yield GeneratedPage(docname, entry.title, "", "redirect.html", extra)
