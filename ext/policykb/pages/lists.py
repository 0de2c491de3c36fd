"""A page for each type of record; organisations come with every role they hold."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.model import TYPES
from policykb.pages import tables
from policykb.pages.fragments import render
from policykb.pages.page import GeneratedPage
from policykb.pages.site import Site

LEADS = {
    "jv": "Companies and undertakings that their parties set up and own together. Each names the "
    "program that pays for it, or says why none is known.",
    "alliance": "Agreements between organisations, from licences to equity stakes.",
    "program": "Programs that give money or support, and what they pay for.",
    "policy": "Strategies, measures and decisions of authorities.",
    "concern": "Difficulties and wishes that somebody has stated, and what answers them.",
    "indicator": "Figures, as exact as their source is and no more.",
    "event": "What happened or is to happen. The timeline has the same in order.",
    "source": "The documents all quotations come from. Each page says what rests on it.",
}


_SCRIPTS = {"scripts": ["list.js"]}


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The list of every type that has a record or is linked from every page."""
    for kind, model in TYPES.items():
        here = f"{model.FOLDER}/index"
        if here in site.written:
            continue
        if kind == "org":
            yield organisations(site)
            continue
        html = render(
            "list.html",
            site=site,
            here=here,
            kind=kind,
            one=model.LABEL,
            folder=model.FOLDER,
            lead=LEADS.get(kind, ""),
            columns=tables.columns(site, kind),
            rows=tables.rows(site, kind),
        )
        yield GeneratedPage(here, model.PLURAL, str(html), extra=_SCRIPTS)


def organisations(site: Site) -> GeneratedPage:
    """All organisations with their roles."""
    here = "organisations/index"
    rows = [(entry, site.backs(entry)) for entry in site.by_type["org"]]
    html = render("organisations.html", site=site, here=here, rows=rows)
    return GeneratedPage(here, "Organisations", str(html), extra=_SCRIPTS)
