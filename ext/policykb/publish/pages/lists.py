"""A page for each type of record; organizations come with every role they hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from policykb.model import TYPES
from policykb.publish.facts import tables
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render

LEADS = {
    "jv": "Companies and undertakings that their parties set up and own together. Each names the "
    "program that pays for it, or says why none is known.",
    "alliance": "Agreements between organizations, from licenses to equity stakes.",
    "program": "Programs that give money or support, and what they pay for.",
    "policy": "Strategies, measures and decisions of authorities.",
    "concern": "Difficulties and wishes that somebody has stated, and what answers them.",
    "indicator": "Figures, as exact as their source is and no more.",
    "event": "What happened or is to happen. The timeline has the same in order.",
    "source": "The documents all quotations come from. Each page says what rests on it.",
}


RELATED = {"policy": "program", "program": "policy", "jv": "alliance", "alliance": "jv"}
"""Types that a reader of one list often wants next."""

_SCRIPTS = {"scripts": ["list.js"]}


_PLACES: dict[str, dict[str, Any]] = {
    "policy": {
        "order": 40,
        "menu": "Policies & programs",
        "under": ("policies/", "programs/"),
    },
    "org": {
        "order": 50,
        "menu": "Organizations",
        "under": ("organizations/", "people/"),
    },
    "source": {"order": 100, "footer": True},
}
"""Where lists are linked from, beside the lists of all types."""


def pages_of_types() -> Iterator[SitePage]:
    """The list of every type, also of those without a record."""
    for kind, model in TYPES.items():
        make = organizations if kind == "org" else partial(records, kind=kind)
        yield SitePage(f"{model.folder}/index", model.plural, make, **_PLACES.get(kind, {}))


def records(site: Site, kind: str) -> Iterator[GeneratedPage]:
    """The records of a type as a table."""
    model = TYPES[kind]
    columns, rows = tables.columns(site, kind), tables.rows(site, kind)
    for part in paging.split(site, f"{model.folder}/index", rows, lambda row: row.entry.title):
        html = render(
            "list.html",
            site=site,
            here=part.docname,
            kind=kind,
            one=model.label,
            folder=model.folder,
            lead=LEADS.get(kind, ""),
            related=TYPES.get(RELATED.get(kind, "")),
            columns=columns,
            part=part,
        )
        yield GeneratedPage(part.docname, part.titled(model.plural), str(html), extra=_SCRIPTS)


def organizations(site: Site) -> Iterator[GeneratedPage]:
    """All organizations with their roles."""
    entries = site.by_type["org"]
    for part in paging.split(site, "organizations/index", entries, lambda entry: entry.title):
        rows = [(entry, site.backs(entry)) for entry in part.rows]
        html = render("organizations.html", site=site, here=part.docname, part=part, rows=rows)
        yield GeneratedPage(part.docname, part.titled("Organizations"), str(html), extra=_SCRIPTS)
