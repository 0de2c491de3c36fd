"""Links with which a reader suggests a change or reports an error: a page of the host with its form
filled, or a letter begun. Neither needs a program on the reader's computer."""

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
        subject = site.t("letter.change", record=_named(site, entry))
        return _letter(url, subject, [*_about(site, entry), site.t("letter.changed")])
    return url.replace("{path}", encoded(entry.page.path)).replace("{line}", str(entry.raw.line))


def report(site: Site, entry: Entry, quote: Quotation | None = None) -> str:
    """Where to say that a record, or what it rests on a quotation, is wrong; empty where no address
    is set."""
    url = site.base.settings.report_url
    if not url:
        return ""
    known = {
        "record": _named(site, entry),
        "field": _fields(site, entry, quote),
        "quotation": shorten(quote.text, LONG) if quote else "",
        "source": _source(site, quote),
        "page": site.lasting(entry),
    }
    if is_mail(url):
        told = [name for name in ("field", "quotation", "source") if known[name]]
        lines = [f"{site.t(f'letter.{name}')}{site.t('list.colon')}{known[name]}" for name in told]
        return _letter(
            url,
            site.t("letter.error", record=_named(site, entry)),
            [*_about(site, entry), *lines, site.t("letter.wrong")],
        )
    for name, text in known.items():
        url = url.replace(f"{{{name}}}", encoded(text, safe=""))
    return url


def _named(site: Site, entry: Entry) -> str:
    return site.t("record.named", title=site.name(entry), id=entry.id)


def _about(site: Site, entry: Entry) -> list[str]:
    told = (("record", _named(site, entry)), ("page", site.lasting(entry)))
    return [f"{site.t(f'letter.{name}')}{site.t('list.colon')}{words}" for name, words in told]


def _fields(site: Site, entry: Entry, quote: Quotation | None) -> str:
    """The fields that a quotation is said to show, with their values."""
    names = [*quote.supports, *quote.disputes] if quote else []
    told = []
    for name in dict.fromkeys(names):
        items = site.items(entry, name) if name in entry.specs else []
        values = site.t("list.comma").join(one.text for one in items)
        told.append(f"{site.label(entry, name)}{': ' if values else ''}{values}")
    return shorten(site.t("list.semicolon").join(told), LONG)


def _source(site: Site, quote: Quotation | None) -> str:
    source = site.entry(quote.source) if quote else None
    return _named(site, source) if source else ""


def _letter(address: str, subject: str, lines: list[str]) -> str:
    """A letter begun (RFC 6068): lines end in CR LF."""
    body = "\r\n".join([*lines, ""])
    return f"mailto:{address}?subject={encoded(subject, safe='')}&body={encoded(body, safe='')}"
