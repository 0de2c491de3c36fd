"""Links with which a reader suggests a change or reports an error: a page of the host with its form
filled, or a letter begun. Neither needs a program on the reader's computer."""

from urllib.parse import quote as encoded

from policykb.base.entry import Entry
from policykb.base.setting_values import is_mail
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
        known = {"record": _named(site, entry), "page": site.lasting(entry)}
        return _letter(site, url, "change", known, "changed")
    return url.replace("{path}", encoded(entry.page.path)).replace("{line}", str(entry.raw.line))


def report(site: Site, entry: Entry, quote: Quotation | None = None) -> str:
    """Where to say that a record, or what it rests on a quotation, is wrong; empty where no address
    is set."""
    url = site.base.settings.report_url
    if not url:
        return ""
    source = site.entry(quote.source) if quote else None
    known = {
        "record": _named(site, entry),
        "page": site.lasting(entry),
        "field": _fields(site, entry, quote),
        "quotation": shorten(quote.text, LONG) if quote else "",
        "source": _named(site, source) if source else "",
    }
    if is_mail(url):
        return _letter(site, url, "error", known, "wrong")
    for name, text in known.items():
        url = url.replace(f"{{{name}}}", encoded(text, safe=""))
    return url


def _named(site: Site, entry: Entry) -> str:
    return site.t("record.named", title=site.name(entry), id=entry.id)


def _fields(site: Site, entry: Entry, quote: Quotation | None) -> str:
    """The fields that a quotation is said to show, with their values."""
    names = [*quote.supports, *quote.disputes] if quote else []
    told = []
    for name in dict.fromkeys(names):
        values = site.t("list.comma").join(one.text for one in site.items(entry, name))
        told.append(f"{site.label(entry, name)}{': ' if values else ''}{values}")
    return shorten(site.t("list.semicolon").join(told), LONG)


def _letter(site: Site, address: str, about: str, known: dict[str, str], end: str) -> str:
    """A letter begun (RFC 6068): what is known, each in a line, then words to end with; lines end
    in CR LF."""
    colon = site.t("list.colon")
    told = [f"{site.t(f'letter.{name}')}{colon}{text}" for name, text in known.items() if text]
    body = "\r\n".join([*told, site.t(f"letter.{end}"), ""])
    subject = site.t(f"letter.{about}", record=known["record"])
    return f"mailto:{address}?subject={encoded(subject, safe='')}&body={encoded(body, safe='')}"
