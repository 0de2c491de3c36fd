"""What the layout needs to know of the page it is laying out."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish.facts import words
from policykb.publish.facts.site import Site
from policykb.publish.frame import assets, hosting, paging
from policykb.publish.frame.imprint import imprint
from policykb.publish.pages import about, briefs, browse, landing

NAVIGATION = (
    ("Briefs", "briefs/index", ("briefs/",)),
    ("Ventures & alliances", "chain", ("ventures/", "alliances/")),
    ("Policies & programs", "policies/index", ("policies/", "programs/")),
    ("Organizations", "organizations/index", ("organizations/", "people/")),
    (
        "Browse",
        "browse",
        (
            *("products/", "concerns/", "indicators/", "facilities/", "sources/", "events/"),
            *(name for name, *_ in browse.VIEWS if name != "chain"),
        ),
    ),
    ("Search", "search", ()),
)
"""Words, page, and the beginnings of other docnames that belong under it."""

FOOTER = (
    ("About", "about"),
    ("Timeline", "timeline"),
    ("Network", "network"),
    ("Sources", "sources/index"),
    ("Known gaps", "gaps"),
    ("Inferred values", "inferred"),
    ("Single-source facts", "single-source"),
    ("Disputes", "disputes"),
    ("Coverage", "coverage"),
    ("Changes", "changes"),
    ("Data", "data"),
    ("For contributors", "guide/index"),
)

DESCRIPTIONS = {
    "chain": "Each venture and alliance with its program, ministry and policy.",
    "browse": "Everything here, by kind, and what the base says of itself.",
    "timeline": "What happened when, as exactly as the sources say.",
    "network": "Who is linked to whom, as a drawing and a table.",
    "search": "Search records, quotations and briefs.",
    "gaps": "What records should say and no source does.",
    "inferred": "Values concluded from a quotation rather than stated in it.",
    "single-source": "Facts that rest on one source alone.",
    "disputes": "Where quotations give different values.",
    "coverage": "How much of each source is quoted.",
    "changes": "What changed in the records, newest first.",
    "data": "All records as JSON and CSV, with checksums.",
    "briefs/index": "One-page answers to questions a policy team asks.",
}
"""A sentence on each page that is made of the base."""

CONTRIBUTOR = ("guide/", "rules/", "reference/", "api/")
"""Beginnings of docnames that are for contributors, not for readers."""

_STAMPED = (*assets.css_files, *assets.js_files, *assets.page_js_files)
_FOLDERS = {model.folder: model for model in TYPES.values()}


def page_context(site: Site, docname: str) -> dict[str, Any]:
    """Values for ``html-page-context``, of every page: all under one name, ``kb``."""
    contributor = docname.startswith(CONTRIBUTOR)
    record = site.sole_record(docname)
    day = site.base.today
    values = {
        "title": site.title,
        "brand": site.title,
        "navigation": [
            _link(site, docname, text, target, under)
            for text, target, under in NAVIGATION
            if site.has_page(target)
        ],
        "footer": [
            _link(site, docname, text, target) for text, target in FOOTER if site.has_page(target)
        ],
        "trail": _trail(site, docname),
        "contributor": contributor,
        "listed": docname not in ("search", "404"),
        "classes": " ".join(
            filter(
                None,
                (
                    "contributor" if contributor else "reader",
                    f"page-{paging.first(site, docname).partition('/')[0]}",
                    f"t-{record.type}" if record else "",
                ),
            )
        ),
        "description": _description(site, docname, record),
        "absolute": site.absolute(docname) if site.baseurl else "",
        "feed": f"{site.up(docname)}feed.xml" if site.baseurl else "",
        "stamps": {name: assets.stamp(name) for name in _STAMPED},
        "policy": hosting.PAGE_POLICY,
        "css": assets.css_files,
        "js": assets.js_files,
        "up": site.up(docname),
        "top": urlsplit(site.baseurl).path or "/",
        "root": site.href("index", docname),
        "search": site.href("search", docname),
        "as_of": day.isoformat(),
        "as_of_words": f"{day.day} {day:%B %Y}",
        **imprint(site.base.settings),
        "before": "",
        "after": _after(site, docname),
    }
    return {"kb": values}


def _description(site: Site, docname: str, record: Entry | None) -> str:
    """What search engines and previews say of a page."""
    if record is not None:
        return site.summary(record)
    docname = paging.first(site, docname)
    model = _FOLDERS.get(docname.removesuffix("/index"))
    if docname not in site.written and model is not None:
        number = len(site.by_type[model.name])
        return f"{words.count(number, model.label.lower(), model.plural.lower())}, {site.title}."
    return DESCRIPTIONS.get(docname) or site.description(docname)


def _after(site: Site, docname: str) -> str:
    """What follows the written part of a page."""
    if docname == "index":
        return landing.after(site)
    if docname == "about":
        return about.after(site)
    brief = next((one for one in site.briefs if one.docname == docname), None)
    return briefs.after(site, brief) if brief else ""


def _link(
    site: Site, docname: str, text: str, target: str, under: tuple[str, ...] = ()
) -> dict[str, str]:
    within = docname.startswith(under) or paging.first(site, docname) == target
    current = "page" if docname == target else "true" if within else ""
    return {"text": text, "href": site.href(target, docname), "current": current}


def _trail(site: Site, docname: str) -> list[dict[str, str]]:
    """Where a page stands: the front page, then the list of its type or the guide."""
    if docname == "index":
        return []
    trail = [_link(site, docname, "Home", "index")]
    if (start := paging.first(site, docname)) != docname and "/" not in docname:
        text = next(text for text, target, *_ in (*NAVIGATION, *FOOTER) if target == start)
        trail.append(_link(site, docname, text, start))
    folder, slash, rest = docname.partition("/")
    if slash and rest != "index":
        model = _FOLDERS.get(folder)
        if model is not None:
            trail.append(_link(site, docname, model.plural, f"{folder}/index"))
        elif site.has_page(f"{folder}/index"):
            trail.append(_link(site, docname, folder.capitalize(), f"{folder}/index"))
    return trail
