"""Atom feeds of what changed in the records, for those who want to be told: one with an entry for
each day, and one for each type with an entry for each record. They need full addresses, so the
site's own must be known."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from xml.sax.saxutils import escape

from policykb.base.entry import Entry
from policykb.publish.facts import changes
from policykb.publish.facts.site import Site
from policykb.publish.pages.changes import MOST as MOST_NAMED

PATH = "feed.xml"
MOST = 30
"""Days in the feed, newest first."""
MOST_RECORDS = 100
"""Changes of records in the feed of a type, newest first."""

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML may hold; an old state of a record may."""


def feeds(site: Site) -> Iterator[tuple[str, bytes]]:
    """Each feed by its path."""
    days = changes.days(site)[:MOST]
    newest = days[0].day if days else site.base.today.isoformat()
    title = site.t("changes.feed_title", site=site.title)
    yield PATH, _feed(site, PATH, title, newest, _of_days(site, days))
    for kind, entries in site.by_type.items():
        if entries:
            path = changes.feed_of(kind)
            named = f"{title} ({site.kind(entries[0].model, many=True)})"
            yield path, _feed(site, path, named, newest, _of_type(site, entries))


def _feed(site: Site, path: str, title: str, newest: str, entries: Iterator[str]) -> bytes:
    top = _text(site.baseurl)
    author = _text(site.base.settings.publisher or site.title)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_text(title)}</title>\n"
        f"<id>{top}{path}</id>\n"
        f'<link rel="self" href="{top}{path}"/>\n'
        f'<link href="{_text(site.absolute("changes"))}"/>\n'
        f"<updated>{newest}T00:00:00Z</updated>\n"
        f"<author><name>{author}</name></author>\n"
        f"{''.join(entries)}</feed>\n"
    ).encode("utf-8", "replace")


def _of_days(site: Site, days: list[changes.Day]) -> Iterator[str]:
    for day in days:
        address = f"{site.absolute('changes')}#d{day.day}"
        yield _entry(f"{day.words}: {day.summary}", address, address, day.day, _lines(site, day))


def _of_type(site: Site, entries: list[Entry]) -> Iterator[str]:
    """An entry for each change of a record: what it was before and is after."""
    found = [(one, *change) for one in entries for change in changes.of_record(site, one)]
    found.sort(key=lambda one: one[1].day, reverse=True)
    for entry, day, says in islice(found, MOST_RECORDS):
        address = site.lasting(entry)
        ident = f"{address}#d{day.day}"
        yield _entry(f"{site.name(entry)}: {day.words}", ident, address, day.day, [says])


def _entry(title: str, ident: str, address: str, day: str, lines: Iterable[str]) -> str:
    return (
        f"<entry>\n<title>{_text(title)}</title>\n"
        f'<id>{_text(ident)}</id>\n<link href="{_text(address)}"/>\n'
        f"<updated>{day}T00:00:00Z</updated>\n"
        f'<content type="text">{_text(chr(10).join(lines))}</content>\n</entry>\n'
    )


def _text(text: str) -> str:
    """A text as it stands in an element or an attribute."""
    return escape(_NO_XML.sub("\ufffd", text), {'"': "&quot;"})


def _lines(site: Site, day: changes.Day) -> Iterator[str]:
    for one in day.changed[:MOST_NAMED]:
        yield f"{site.name(one.entry)}: {one.says}"
    for entry in day.added[:MOST_NAMED]:
        yield f"{site.t('changes.new')} {site.name(entry)}"
    for title in day.removed[:MOST_NAMED]:
        yield f"{site.t('changes.removed')} {title}"
    named = len(day.changed), len(day.added), len(day.removed)
    rest = sum(max(0, number - MOST_NAMED) for number in named)
    if rest:
        yield site.t("list.more", n=rest)
