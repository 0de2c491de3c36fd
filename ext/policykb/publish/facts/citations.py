"""Citations of a record, a brief and a quotation: plain, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from policykb.base.entry import Entry
from policykb.publish.facts.quotations import Quotation
from policykb.publish.facts.references import Reference, reference
from policykb.publish.facts.site import Brief, Site

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPED = {
    "\\": r"\textbackslash{}",
    # BibTeX counts \{ and \} as braces.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in three forms."""

    plain: str
    bibtex: str
    csl: str


def record(entry: Entry, site: Site) -> Citation:
    """How to cite a record: by title and id, as of the day of this version."""
    return _page(site, entry.title, entry.id, f"id/{entry.id}", entry.id)


def brief(one: Brief, site: Site) -> Citation:
    """How to cite a brief: by its title, as of the day of this version."""
    return _page(site, one.title, "", one.docname, one.docname.rpartition("/")[2])


def _page(site: Site, title: str, number: str, docname: str, key: str) -> Citation:
    url = site.absolute(docname)
    day = site.base.today
    as_of = f"{day.day} {day:%B %Y}"
    named = f"“{title}” ({number})" if number else f"“{title}”"
    plain = f"{named}, {site.title}, as of {as_of}. {url}"
    bibtex = _bibtex(
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
    """How to cite a quotation: by its source and its place there, with the record that quotes it.
    The address is that of the source where it has one."""
    ours = site.absolute(f"id/{quote.entry.id}") + f"#{quote.anchor}"
    return _source(quote.source, site, quote, ours)


def document(source: Entry, site: Site) -> Citation:
    """How to cite a source itself."""
    return _source(source.id, site, None, site.absolute(f"id/{source.id}"))


def _source(ident: str, site: Site, quote: Quotation | None, ours: str) -> Citation:
    source = site.entry(ident)
    one = reference(source) if source else Reference(ident)
    plain = one.plain(quote.place if quote else "")
    note = ""
    key = ident
    if quote is not None:
        key = f"{ident}-{quote.anchor}"
        plain = f"“{quote.text}”. {plain} {_where(quote, site)} {ours}"
        paragraph = f"{quote.place}: " if quote.place and not quote.pages else ""
        note = f"{paragraph}“{quote.text}”{f', quoted in {ours}' if one.url else ''}"
    pages = "–".join(str(page) for page in dict.fromkeys(quote.pages)) if quote else ""
    address = one.url or ours
    fields = {**one.bibtex(), "pages": pages.replace("–", "--"), "note": note, "url": address}
    csl = {"id": ident, "type": "document", **one.csl()}
    csl |= {"page": pages} if pages else {}
    csl |= {"note": note} if note else {}
    return Citation(plain, _bibtex(key, fields), _json(csl | {"URL": address}))


def _where(quote: Quotation, site: Site) -> str:
    return f"Quoted in “{quote.entry.title}” ({quote.entry.id}), {site.title}."


def _bibtex(key: str, fields: dict[str, str]) -> str:
    lines = [
        f"  {name} = {{{_VALUES.get(name, _escape)(value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join((f"@misc{{{key},", *lines, "}"))


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match[0], "\\" + match[0]), text)


def _address(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D")


def _whole(name: str) -> str:
    """A name that is not to be taken apart."""
    return f"{{{_escape(name)}}}"


_VALUES: dict[str, Callable[[str], str]] = {"url": _address, "author": _whole, "urldate": str}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
