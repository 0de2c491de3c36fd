"""Links with which a reader suggests a change or reports an error: a page of the host with its form
filled, or a letter begun. Neither needs a program on the reader's computer."""

from __future__ import annotations

from urllib.parse import quote as encoded

from policykb.base.entry import Entry
from policykb.base.settings import is_mail
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import shorten

LONG = 240
"""Characters of a quotation at most: programs for mail cut an address off at about 2,000, and a
Japanese character takes nine there."""


def suggest(site: Site, entry: Entry) -> str:
    """Where to suggest a change to a record; empty where no address is set."""
    url = site.base.settings.suggest_url
    if is_mail(url):
        return _letter(url, f"A change to {_named(entry)}", [*_about(site, entry), "The change:"])
    return url.replace("{path}", encoded(entry.page.path)).replace("{line}", str(entry.raw.line))


def report(site: Site, entry: Entry, quote: Quotation | None = None) -> str:
    """Where to say that a record, or what it rests on a quotation, is wrong; empty where no address
    is set."""
    url = site.base.settings.report_url
    if not url:
        return ""
    known = {
        "record": _named(entry),
        "field": _fields(site, entry, quote),
        "quotation": shorten(quote.text, LONG) if quote else "",
        "source": _source(site, quote),
        "page": site.lasting(entry),
    }
    if is_mail(url):
        told = [("Field", "field"), ("Quotation", "quotation"), ("Source", "source")]
        lines = [f"{label}: {known[name]}" for label, name in told if known[name]]
        return _letter(
            url,
            f"An error in {_named(entry)}",
            [*_about(site, entry), *lines, "What is wrong, and where is it said otherwise?"],
        )
    for name, text in known.items():
        url = url.replace(f"{{{name}}}", encoded(text, safe=""))
    return url


def _named(entry: Entry) -> str:
    return f"{entry.title} ({entry.id})"


def _about(site: Site, entry: Entry) -> list[str]:
    return [f"Record: {_named(entry)}", f"Page: {site.lasting(entry)}"]


def _fields(site: Site, entry: Entry, quote: Quotation | None) -> str:
    """The fields that a quotation is said to show, with their values."""
    names = [*quote.supports, *quote.disputes] if quote else []
    told = []
    for name in dict.fromkeys(names):
        items = site.items(entry, name) if name in entry.specs else []
        values = ", ".join(one.text for one in items)
        told.append(f"{site.label(entry, name)}{': ' if values else ''}{values}")
    return shorten("; ".join(told), LONG)


def _source(site: Site, quote: Quotation | None) -> str:
    source = site.entry(quote.source) if quote else None
    return _named(source) if source else ""


def _letter(address: str, subject: str, lines: list[str]) -> str:
    """A letter begun (RFC 6068): lines end in CR LF."""
    body = "\r\n".join([*lines, ""])
    return f"mailto:{address}?subject={encoded(subject, safe='')}&body={encoded(body, safe='')}"
