"""Citations of a record, a brief and a quotation: plain, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from policykb.base.entry import Entry
from policykb.export import bibliography
from policykb.publish.facts.quotations import Quotation
from policykb.publish.facts.site import Brief, Site
from policykb.values.date import DATE


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in three forms."""

    plain: str
    bibtex: str
    csl: str


def record(entry: Entry, site: Site) -> Citation:
    """How to cite a record: by title and id, as of the day of this version."""
    return _page(site, entry.title, entry.id, site.lasting(entry), entry.id)


def brief(one: Brief, site: Site) -> Citation:
    """How to cite a brief: by its title, as of the day of this version."""
    return _page(site, one.title, "", site.absolute(one.docname), one.docname.rpartition("/")[2])


def _page(site: Site, title: str, number: str, url: str, key: str) -> Citation:
    day = site.base.today
    as_of = f"{day.day} {day:%B %Y}"
    named = f"“{title}” ({number})" if number else f"“{title}”"
    plain = f"{named}, {site.title}, as of {as_of}. {url}"
    bibtex = bibliography.bibtex(
        key,
        {
            "title": title,
            "howpublished": site.title,
            "year": str(day.year),
            "note": ", ".join(part for part in (number, f"as of {as_of}") if part),
            "url": url,
        },
    )
    csl: dict[str, Any] = {
        "id": key,
        "type": "entry" if number else "webpage",
        "title": title,
        "container-title": site.title,
        **({"number": number} if number else {}),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": url,
    }
    return Citation(plain, bibtex, _json(csl))


def quotation(quote: Quotation, site: Site) -> Citation:
    """How to cite a quotation: by its source and paragraph, with the record that quotes it."""
    source = site.entry(quote.source)
    title = source.title if source else quote.source
    publisher = (source.text("publisher") if source else "") or ""
    published = source.value("published", DATE) if source else None
    place = f"paragraph {quote.paragraph}" if quote.paragraph else ""
    url = f"{site.lasting(quote.entry)}#{quote.anchor}"
    when = DATE.display(published) if published else ""
    parts = [title, publisher, when, place]
    plain = (
        f"“{quote.text}”. {', '.join(part for part in parts if part)}. "
        f"Quoted in “{quote.entry.title}” ({quote.entry.id}), {site.title}. {url}"
    )
    note = f"{place + ': ' if place else ''}“{quote.text}”"
    fields = {
        "title": title,
        "publisher": publisher,
        "year": str(published.year) if published and published.year else "",
        "note": note,
        "url": url,
    }
    csl: dict[str, Any] = {"id": quote.source, "type": "document", "title": title}
    if publisher:
        csl["publisher"] = publisher
    if issued := bibliography.csl_date(published):
        csl["issued"] = issued
    csl |= {"note": note, "URL": url}
    return Citation(
        plain, bibliography.bibtex(f"{quote.source}-{quote.anchor}", fields), _json(csl)
    )


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
