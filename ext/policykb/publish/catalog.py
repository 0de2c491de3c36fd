"""Every page that is no record, found in the folder `pages`: a page is a file that declares it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from policykb.check.context import Context
from policykb.publish import pages as folder
from policykb.publish.facts.addresses import Href
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import permalinks


def found() -> tuple[SitePage, ...]:
    """The pages in their order; of those in one place the one whose docname comes first."""
    return tuple(sorted(_declared(), key=lambda page: (page.order, page.docname)))


def _declared() -> Iterator[SitePage]:
    for info in iter_modules(folder.__path__, f"{folder.__name__}."):
        module = import_module(info.name)
        if hasattr(module, "pages_of_types"):
            yield from module.pages_of_types()
        else:
            yield module.PAGE


def site(base: Context, href: Href | None = None, baseurl: str = "") -> Site:
    """The site of a base, with all its pages."""
    return Site(base, found(), href, baseurl)


def pages(site: Site, but: SitePage | None = None) -> Iterator[GeneratedPage]:
    """Every generated page, or all but one, permalinks included."""
    for page in site.pages:
        if but is None or page.docname != but.docname:
            yield from made(site, page)
    yield from permalinks.pages(site)


def made(site: Site, page: SitePage) -> Iterator[GeneratedPage]:
    """What is generated for a page; a written page of the same name goes first."""
    if page.make is not None and page.docname not in site.written:
        for one in page.make(site):
            if one.docname not in site.written:
                one.title = _title(site, page, one.title)
                yield one


def _title(site: Site, page: SitePage, made: str) -> str:
    """A page's title in the language of the site, which its module has in English."""
    titles = site.remember("titles", lambda: {one.docname: one.title for one in _declared()})
    declared = titles.get(page.docname, "")
    if page.title == declared or not made.startswith(declared):
        return made
    return page.title + made.removeprefix(declared)
