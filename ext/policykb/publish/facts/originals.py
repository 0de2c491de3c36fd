"""Originals of sources that the site publishes: where their rights are among those of the setting.

A web page is left out, since its scripts would run in the site's name.
"""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.base.ground import read_bytes, real
from policykb.evidence.document import original
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.site import Site

_KINDS = (".docx", ".pdf", ".txt")
_FOLDER = "originals"


def href(ident: str, site: Site, here: str, quote: Quotation | None = None) -> str:
    """The address of a source's original on the site, at a quotation's page where it has pages;
    empty where the site does not publish it."""
    path = site.remember("originals", lambda: dict(_published(site))).get(ident, "")
    page = f"#page={quote.pages[0]}" if quote and quote.pages and path.endswith(".pdf") else ""
    return f"{site.file_href(path, here)}{page}" if path else ""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The originals: path from the site's top, and content."""
    for ident, path in _published(site):
        place = real(site.base.root, _pinned(site, site.base.by_id[ident])[0])
        yield path, read_bytes(str(place))


def _published(site: Site) -> Iterator[tuple[str, str]]:
    """The ids of sources whose original may be published and is the one that is pinned, with its
    path on the site."""
    allowed = tuple(one.casefold() for one in site.base.settings.publish_originals)
    for entry in site.entries if allowed else ():
        path, pin = _pinned(site, entry) if entry.is_source else ("", "")
        ending = f".{path.lower().rpartition('.')[2]}"
        if ending not in _KINDS or not entry.text("rights").casefold().startswith(allowed):
            continue
        try:
            if original.digest(site.base.root, path) == pin:
                yield entry.id, f"{_FOLDER}/{entry.id}{ending}"
        except original.Unread:
            continue


def _pinned(site: Site, entry: Entry) -> tuple[str, str]:
    """The path of a source's original, or of its text where that is all, and its checksum."""
    name = "original" if entry.text("original") else "file"
    pin = "original_sha256" if name == "original" else "sha256"
    return f"{site.base.settings.seeds}/{entry.text(name)}", entry.text(pin)
