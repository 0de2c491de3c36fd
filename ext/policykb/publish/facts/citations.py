"""Citations of a record, a brief and a quotation: plain, BibTeX, CSL-JSON."""

import json
from dataclasses import dataclass
from typing import Any

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.export import bibliography
from policykb.publish.facts.references import reference
from policykb.publish.facts.site import Site
from policykb.publish.facts.written import Brief


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in three forms."""

    plain: str
    bibtex: str
    csl: str


def record(entry: Entry, site: Site) -> Citation:
    """How to cite a record: by title and id, as of the day of this version."""
    return _page(site, site.name(entry), entry.id, site.lasting(entry), entry.id)


def brief(one: Brief, site: Site) -> Citation:
    """How to cite a brief: by its title, as of the day of this version."""
    return _page(site, one.title, "", site.absolute(one.docname), one.docname.rpartition("/")[2])


def _page(site: Site, title: str, number: str, url: str, key: str) -> Citation:
    day, t = site.base.today, site.t
    as_of = t("status.as_of", day=site.day_words(day.isoformat()))
    quoted = t("quotation.quoted", words=title)
    named = t("record.named", title=quoted, id=number) if number else quoted
    plain = t("cite.page", named=named, site=site.title, as_of=as_of, url=url)
    bibtex = bibliography.bibtex(
        key,
        {
            "title": title,
            "howpublished": site.title,
            "year": str(day.year),
            "note": ", ".join(part for part in (number, as_of) if part),
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
    """How to cite a quotation: by its source and its place there, with the record that quotes it.
    The address is that of the source where it has one."""
    one = reference(site.entry(quote.source), quote.source, site.t)
    ours = f"{site.lasting(quote.entry)}#{quote.anchor}"
    t, text = site.t, site.t("quotation.quoted", words=quote.text)
    title = t("quotation.quoted", words=site.name(quote.entry))
    named = t("record.named", title=title, id=quote.entry.id)
    pages = "–".join(str(page) for page in dict.fromkeys(quote.pages))
    place = f"{site.place(quote)}: " if quote.paragraph and not pages else ""
    note = f"{place}{t('cite.note', quotation=text, url=ours) if one.url else text}"
    address = one.url or ours
    fields = {"pages": pages.replace("–", "--"), "note": note, "url": address}
    bare = quote.text.removesuffix(".").removesuffix("。")  # the citation has its own full stop
    csl = {**one.csl, **({"page": pages} if pages else {}), "note": note, "URL": address}
    return Citation(
        t(
            "cite.quotation",
            quotation=t("quotation.quoted", words=bare),
            source=one.plain(site.place(quote)),
            record=t("cite.quoted", named=named, site=site.title),
            url=ours,
        ),
        bibliography.bibtex(f"{quote.source}-{quote.anchor}", {**one.bibtex, **fields}),
        _json(csl),
    )


def document(source: Entry, site: Site) -> Citation:
    """How to cite a source itself."""
    one = reference(source, source.id, site.t)
    address = {"URL": one.url or site.absolute(f"id/{source.id}")}
    fields = {**one.bibtex, "url": address["URL"]}
    return Citation(one.plain(""), bibliography.bibtex(source.id, fields), _json(one.csl | address))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
