"""What a page is, in the words of schema.org, for search engines: data within the page, which no
browser runs. https://schema.org, https://www.w3.org/TR/json-ld11/"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from policykb.base.entry import Entry, names_of
from policykb.export import licenses
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import SitePage
from policykb.values.date import DATE

Node = dict[str, Any]
Trail = Sequence[dict[str, str]]
"""The pages above one, each with ``text`` and ``href``."""

_DATA = ("index", "data")
"""The pages that stand for the records as a whole."""


def page(
    site: Site, docname: str, declared: SitePage | None, description: str, trail: Trail
) -> Markup:
    """The data of a page: itself, the way to it, and the records on it."""
    records = site.records_on(docname)
    kind, name = _kind(site, docname), _name(site, docname, declared)
    within = {"@type": "WebSite", "name": site.title, "url": site.baseurl}
    node = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "headline": name if kind == "Article" else "",
        "description": description,
        "url": site.absolute(docname) if site.baseurl else "",
        "inLanguage": site.page_language,
        "dateModified": changed(site, docname),
        "isPartOf": {} if docname == "index" else within,
        "breadcrumb": _way(site, docname, trail) if site.baseurl and trail else {},
        "about" if len(records) > 1 else "mainEntity": [_record(site, one) for one in records],
    }
    if docname in _DATA:
        node["mainEntity"] = [_dataset(site)]
    return _written(_filled(node))


def changed(site: Site, docname: str) -> str:
    """The day on which a written page was last changed; empty for others."""
    return site.history.last.get(f"{site.base.settings.docs.rstrip('/')}/{docname}.md", "")


def _kind(site: Site, docname: str) -> str:
    if docname == "index":
        return "WebSite"
    return "Article" if any(one.docname == docname for one in site.briefs) else "WebPage"


def _name(site: Site, docname: str, declared: SitePage | None) -> str:
    if docname == "index":
        return site.title
    record = site.sole_record(docname)
    if record is not None:
        return record.title
    if docname in site.written:
        return site.title_of(docname)
    return declared.title if declared is not None else docname


def _way(site: Site, docname: str, trail: Trail) -> Node:
    steps = [
        {
            "@type": "ListItem",
            "position": at,
            "name": one["text"],
            "item": urljoin(site.absolute(docname), one["href"]),
        }
        for at, one in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _record(site: Site, entry: Entry) -> Node:
    when = entry.value(entry.model.newest_first, DATE) if entry.model.newest_first else None
    return {
        "@type": entry.model.schema_org,
        "@id": site.lasting(entry) if site.baseurl else "",
        "identifier": entry.id,
        "name": entry.text("headline") or entry.title,
        "alternateName": names_of(entry)[1:],
        "description": site.summary(entry),
        "startDate": when.start.plain if when is not None and when.year is not None else "",
    }


def _dataset(site: Site) -> Node:
    settings = site.base.settings
    return {
        "@type": "Dataset",
        "name": site.title,
        "description": site.description("index"),
        "url": site.absolute("data") if site.baseurl else "",
        "license": licenses.address(settings.license) or settings.license,
        "dateModified": site.base.today.isoformat(),
        "publisher": {"@type": "Organization", "name": settings.publisher},
    }


def _filled(value: Any) -> Any:
    """Without what is empty, and without things of which only the type is known."""
    if isinstance(value, dict):
        found = {key: _filled(one) for key, one in value.items()}
        kept = {key: one for key, one in found.items() if one not in ("", [], {})}
        return kept if kept.keys() - {"@type"} else {}
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return [one for part in value if (one := _filled(part))] if is_list else value


def _written(node: Node) -> Markup:
    """JSON in which nothing can end the element that it stands in."""
    text = json.dumps(node, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
