"""What the layout needs to know of the page it is laying out."""

from typing import Any

from markupsafe import Markup, escape

from policykb.base.entry import Entry
from policykb.model import TYPES, RecordType
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import SitePage
from policykb.publish.frame import assets, card, hosting, linked, look, paging
from policykb.publish.frame.imprint import imprint

OTHERWISE = "browse"
"""Whose place in the menu lists and records have that belong to no other page of the menu."""

CONTRIBUTOR = ("guide/", "rules/", "reference/", "api/")
"""Beginnings of docnames that are for contributors, not for readers."""

_TIME = Markup('<time datetime="{}">{}</time>')


def page_context(site: Site, docname: str) -> dict[str, Any]:
    """Values for ``html-page-context``, of every page: all under one name, ``kb``."""
    contributor = docname.startswith(CONTRIBUTOR)
    start = paging.first(site, docname)
    record, page = site.sole_record(docname), site.page(start)
    day = site.base.today.isoformat()
    description = _description(site, docname, record, page)
    trail = _trail(site, docname)
    classes = ["contributor" if contributor else "reader", f"page-{start.partition('/')[0]}"]
    classes += [f"t-{record.type}"] if record else []
    footer = (page for page in site.pages if page.footer and site.has_page(page.docname))
    is_own = site.page_language.partition("-")[0] == site.t.language
    listed = page is None or page.listed
    values = {
        "title": site.title,
        "brand_language": site.own_language(site.title),
        "navigation": _menu(site, docname),
        "footer": [_link(site, docname, page.docname, page.words) for page in footer],
        "trail": trail,
        "contributor": contributor,
        "classes": " ".join(classes),
        "description": description,
        "linked": linked.page(site, docname, page, description, trail) if listed else "",
        "absolute": site.absolute(docname) if site.baseurl else "",
        "changed": linked.changed(site, docname),
        "card": f"{site.baseurl}_static/{card.NAME}",
        "feed": f"{site.up(docname)}feed.xml" if site.baseurl else "",
        "stamps": _stamps(site),
        "logo": look.logo_name(site.base.settings),
        "page_policy": hosting.PAGE_POLICY,
        "css": assets.css_files,
        "js": assets.js_files,
        "up": site.up(docname),
        "root": site.href("index", docname),
        "search": site.href("search", docname),
        "t": site.t,
        "language": site.page_language,
        # That of what is around the written text, where it is not that of the site.
        "body_language": "" if is_own else site.t.language,
        "as_of_time": _TIME.format(day, site.day_words(day)),
        **site.remember("imprint", lambda: imprint(site.base.settings)),
        "after": _after(site, docname),
    }
    return {"kb": values}


def has_contents(site: Site, docname: str) -> bool:
    """Whether a page is one of those to be looked things up in, not read from top to bottom."""
    page = site.page(paging.first(site, docname))
    return (
        docname.startswith(CONTRIBUTOR)
        or (page is not None and page.contents)
        or len(site.records_on(docname)) > 1
    )


def title(site: Site, docname: str, written: str) -> str:
    """What a page is called: a record by its name in the language of the site."""
    record = site.sole_record(docname)
    return written if record is None else str(escape(site.name(record)))


def in_its_language(site: Site, docname: str, body: str) -> str:
    """The written text of a page, marked where it is in another language than what is around it; a
    record's heading begins with its name in the language of the site."""
    if docname not in site.written:
        return body
    tongue, record = site.written_in(docname), site.sole_record(docname)
    if record is not None and site.name(record) != record.title:
        name = (
            f'<h1 lang="{site.t.language}">{escape(site.name(record))} <span class="sub"{tongue}>'
        )
        body = body.replace("<h1>", name, 1).replace("</h1>", "</span></h1>", 1)
    return body.replace("<section", f"<section{tongue}", 1)


def _description(site: Site, docname: str, record: Entry | None, page: SitePage | None) -> str:
    """What search engines and previews say of a page."""
    if record is not None:
        return site.summary(record)
    if docname in site.written or page is None:
        return site.description(docname)
    model = _of_folder(page.docname.removesuffix("/index"))
    if model is not None:
        number = len(site.by_type[model.name])
        kind = site.kind(model, many=number != 1).lower()
        return site.t("list.description", n=f"{number:,}", kind=kind, site=site.title)
    return page.description


def _stamps(site: Site) -> dict[str, str]:
    base = site.base
    return site.remember(
        f"stamps {site.page_language}",
        lambda: assets.stamps(assets.made_files(base.root, base.settings, site.t)),
    )


def _after(site: Site, docname: str) -> str:
    """What follows the written part of a page."""
    found = (page.after(site, docname) for page in site.pages if page.after and page.has(docname))
    return next(found, "")


def _menu(site: Site, docname: str) -> list[dict[str, str]]:
    """The menu, with the entry marked that a page belongs to; nothing leads to an empty list."""
    start = paging.first(site, docname)
    entries = [page for page in site.pages if page.menu and _has_something(site, page)]
    mine = [page.docname for page in entries if page.has(start)] or [_otherwise(site, start)]
    return [
        _link(site, docname, page.docname, page.menu, within=page.docname == mine[0])
        for page in entries
    ]


def _has_something(site: Site, page: SitePage) -> bool:
    """Whether a page is there and, where it lists records or pages, has any to list."""
    if not page.under:
        return site.has_page(page.docname)
    kinds = (name for name, model in TYPES.items() if f"{model.folder}/" in page.under)
    written = (docname.startswith(page.under) for docname in site.written)
    return site.remember(
        f"something under {page.under}",
        lambda: any(site.by_type[kind] for kind in kinds) or any(written),
    )


def _otherwise(site: Site, docname: str) -> str:
    """The page that lists and records belong to, if no other; nothing for other pages."""
    page = site.page(docname)
    is_view = page is not None and bool(page.browse)
    return OTHERWISE if is_view or _of_folder(docname.partition("/")[0]) else ""


def _of_folder(folder: str) -> RecordType | None:
    """The type whose pages stand in a folder."""
    return next((model for model in TYPES.values() if model.folder == folder), None)


def _link(site: Site, docname: str, target: str, text: str, within: bool = False) -> dict[str, str]:
    within = within or paging.first(site, docname) == target
    current = "page" if docname == target else "true" if within else ""
    return {"text": text, "href": site.href(target, docname), "current": current}


def _trail(site: Site, docname: str) -> list[dict[str, str]]:
    """Where a page stands: the front page, then the list of its type or the guide."""
    if docname == "index":
        return []
    trail = [_link(site, docname, "index", site.t("frame.home"))]
    start = site.page(paging.first(site, docname))
    if start is not None and start.docname != docname and "/" not in docname:
        trail.append(_link(site, docname, start.docname, start.menu or start.words))
    folder, slash, rest = docname.partition("/")
    if slash and rest != "index":
        model = _of_folder(folder)
        name = site.t.own(f"pages.{folder}/index", folder.capitalize())
        if model is not None:
            name = site.kind(model, many=True)
        if site.has_page(f"{folder}/index"):
            trail.append(_link(site, docname, f"{folder}/index", name))
    return trail
