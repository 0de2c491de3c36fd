"""Citations of a record, a brief, a quotation and a source: plain, BibTeX, CSL-JSON."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.export import bibliography
from policykb.publish.facts.interface import Interface
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import capital
from policykb.publish.facts.written import Brief
from policykb.values.date import DATE
from policykb.values.url import URL


class Citation(NamedTuple):
    """One citation in three forms."""

    plain: str
    bibtex: str
    csl: str


def record(entry: Entry, site: Site) -> Citation:
    """How to cite a record: by title and id, as of the day of this version."""
    return _page(site, site.name(entry), entry.id, _ours(site, site.lasting(entry)), entry.id)


def brief(one: Brief, site: Site) -> Citation:
    """How to cite a brief: by its title, as of the day of this version."""
    url = _ours(site, site.absolute(one.docname))
    return _page(site, one.title, "", url, one.docname.rpartition("/")[2])


def _ours(site: Site, url: str) -> str:
    """The address of a page of ours. Where the site does not know its own, it is a path, which a
    script makes whole; in another project's site, which has no such script, there is none."""
    return url if site.baseurl or site.pages else ""


def _page(site: Site, title: str, number: str, url: str, key: str) -> Citation:
    day, t = site.base.today, site.t
    as_of = t("status.as_of", day=site.day_words(day.isoformat()))
    quoted = t("quotation.quoted", words=title)
    named = t("record.named", title=quoted, id=number) if number else quoted
    plain = t("cite.page", named=named, site=site.title, as_of=as_of, url=url).rstrip()
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
        **({"URL": url} if url else {}),
    }
    return Citation(plain, bibtex, _json(csl))


def quotation(quote: Quotation, site: Site) -> Citation:
    """How to cite a quotation: by its source and its place there, with the record that quotes it.
    The address is that of the source where it has one."""
    source, t = site.entry(quote.source), site.t
    url = (source.value("url", URL) or "") if source else ""
    ours = _ours(site, f"{site.lasting(quote.entry)}#{quote.anchor}")
    text = t("quotation.quoted", words=quote.text)
    title = t("quotation.quoted", words=site.name(quote.entry))
    named = t("record.named", title=title, id=quote.entry.id)
    pages = "–".join(str(page) for page in dict.fromkeys(quote.pages))
    place = f"{site.place(quote)}: " if quote.paragraph and not pages else ""
    note = f"{place}{t('cite.note', quotation=text, url=ours) if url and ours else text}"
    fields = {"pages": pages.replace("–", "--"), "note": note, "url": url or ours}
    bibtex = {**(bibliography.bibtex_fields(source) if source else {}), **fields}
    csl = {**(bibliography.source_csl(source) if source else {})}
    csl |= {**({"page": pages} if pages else {}), "note": note}
    csl |= {"URL": url or ours} if url or ours else {}
    bare = quote.text.removesuffix(".").removesuffix("。")  # the citation has its own full stop
    plain = t(
        "cite.quotation",
        quotation=t("quotation.quoted", words=bare),
        source=_sentence(source, quote.source, site.place(quote), t),
        record=t("cite.quoted", named=named, site=site.title),
        url=ours,
    ).rstrip()
    key = f"{quote.source}-{quote.anchor}"
    return Citation(plain, bibliography.bibtex(key, bibtex), _json(csl))


def document(source: Entry, site: Site) -> Citation:
    """How to cite a source itself."""
    url = source.value("url", URL) or _ours(site, site.absolute(f"id/{source.id}"))
    bibtex = bibliography.bibtex(source.id, {**bibliography.bibtex_fields(source), "url": url})
    csl = bibliography.source_csl(source) | ({"URL": url} if url else {})
    return Citation(_sentence(source, source.id, "", site.t), bibtex, _json(csl))


def _sentence(source: Entry | None, ident: str, place: str, t: Interface) -> str:
    """A source in a sentence: who, what, where, when and at which place; its address, when that was
    looked at, and the archived copy. A headline stands in quotation marks, our own words for a
    document without; of an unknown source only the id is told."""
    if source is None:
        return t("cite.source", source=t("list.comma").join(filter(None, (ident, place))))
    headline = " ".join(source.text("headline").split())
    named = t("quotation.quoted", words=headline) if headline else source.title
    parts = (source.text("author"), named, source.text("publisher"), _published(source, t), place)
    said = t("list.comma").join(filter(None, parts))
    url, seen = source.value("url", URL), t("list.semicolon").join(_seen(source, t))
    if url and seen:
        return t("cite.source_seen", source=said, url=url, seen=seen)
    if url or seen:
        return t("cite.source_at", source=said, url=url or capital(seen))
    return t("cite.source", source=said)


def _published(source: Entry, t: Interface) -> str:
    """When a source was published, in words; else ``n.d.``, with the earliest day it can be of."""
    published, earliest = source.value("published", DATE), source.value("not_before", DATE)
    if published:
        return t.date(published)
    return t("cite.not_before", day=t.date(earliest)) if earliest else t("cite.undated")


def _seen(source: Entry, t: Interface) -> Iterator[str]:
    accessed, archived = source.value("accessed", DATE), source.value("archived", URL)
    if accessed:
        yield t("cite.accessed", day=t.date(accessed))
    if archived:
        yield t("cite.archived", url=archived)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
