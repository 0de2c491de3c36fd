"""An Atom feed of what changed in the records, for those who want to be told. It needs full
addresses, so the site's own must be known."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from policykb.publish.facts.site import Site
from policykb.publish.pages import changes

PATH = "feed.xml"

MOST = 30
"""Days in the feed, newest first."""


def feed(site: Site) -> bytes:
    """One entry for each day on which a record changed."""
    found = changes.days(site)[:MOST]
    top = escape(site.baseurl)
    author = escape(site.base.settings.publisher or site.title)
    newest = found[0].day if found else site.base.today.isoformat()
    entries = "".join(_entry(site, day) for day in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(site.t('changes.feed_title', site=site.title))}</title>\n"
        f"<id>{top}{PATH}</id>\n"
        f'<link rel="self" href="{top}{PATH}"/>\n'
        f'<link href="{escape(site.absolute("changes"))}"/>\n'
        f"<updated>{newest}T00:00:00Z</updated>\n"
        f"<author><name>{author}</name></author>\n"
        f"{entries}</feed>\n"
    ).encode("utf-8", "replace")


def _entry(site: Site, day: changes.Day) -> str:
    address = escape(f"{site.absolute('changes')}#d{day.day}")
    return (
        f"<entry>\n<title>{escape(f'{day.words}: {day.summary}')}</title>\n"
        f'<id>{address}</id>\n<link href="{address}"/>\n'
        f"<updated>{day.day}T00:00:00Z</updated>\n"
        f'<content type="text">{escape(chr(10).join(_lines(site, day)))}</content>\n</entry>\n'
    )


def _lines(site: Site, day: changes.Day) -> Iterator[str]:
    for one in day.changed[: changes.MOST]:
        yield f"{site.name(one.entry)}: {one.says}"
    for entry in day.added[: changes.MOST]:
        yield f"{site.t('changes.new')} {site.name(entry)}"
    for title in day.removed[: changes.MOST]:
        yield f"{site.t('changes.removed')} {title}"
    named = len(day.changed), len(day.added), len(day.removed)
    rest = sum(max(0, number - changes.MOST) for number in named)
    if rest:
        yield site.t("list.more", n=rest)
