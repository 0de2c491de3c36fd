"""Files of the site that are no pages."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from policykb.publish.facts import originals
from policykb.publish.facts.site import Site
from policykb.publish.files import feed, jump_index
from policykb.publish.frame import assets, hosting, linked
from policykb.publish.layout import CONTRIBUTOR
from policykb.publish.pages import downloads


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Paths relative to the site's top, with their content; written when the build finishes."""
    yield from needed(site)
    yield from downloads.files(site)


def needed(site: Site) -> Iterator[tuple[str, bytes]]:
    """All but the downloads."""
    own = assets.made_files(site.base.root, site.base.settings, site.t)
    yield from ((f"_static/{name}", content) for name, content in own.items())
    yield jump_index.PATH, jump_index.script(site)
    for page in site.pages:
        if page.files is not None and page.docname not in site.written:
            yield from page.files(site)
    yield from originals.files(site)
    yield from hosting.files()
    if site.baseurl:
        yield "sitemap.xml", sitemap(site)
        yield from feed.feeds(site)
        robots = f"User-agent: *\nAllow: /\nSitemap: {site.baseurl}sitemap.xml\n"
        yield "robots.txt", robots.encode("utf-8", "replace")


def sitemap(site: Site) -> bytes:
    """Every page for readers; it needs full addresses, so the site's own must be known. Of a list
    in several pages only the first is named: what the others link to is named itself."""
    names = {name for name in site.written if not name.startswith(CONTRIBUTOR)}
    names |= {page.docname for page in site.pages if page.make is not None and page.listed}
    rows = "".join(_address(site, name) for name in sorted(names))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode("utf-8", "replace")


def _address(site: Site, docname: str) -> str:
    """A page's row: a generated page changes with any record."""
    day = linked.changed(site, docname)
    if not day and docname not in site.written:
        day = max(site.history.last.values(), default="")
    last = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(site.absolute(docname))}</loc>{last}</url>\n"
